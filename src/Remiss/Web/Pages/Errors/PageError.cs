using Microsoft.AspNetCore.Http;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Pages.Errors;

/// <param name="Trace">Under which the log tells what happened.</param>
public sealed record PageError(string Title, string What, string? Next, string? Trace)
{
    /// <summary>Where what is missing can be had.</summary>
    public Crumb? Way { get; init; }

    public static PageError Of(int status, string trace) => status switch
    {
        StatusCodes.Status400BadRequest => new(
            "Det gick inte att läsa det du skickade",
            "Formuläret kan ha legat öppet för länge, eller så har du loggat in på nytt i ett annat fönster.",
            "Gå tillbaka, ladda om sidan och försök igen. Inget har ändrats.",
            trace),
        StatusCodes.Status401Unauthorized => new(
            "Du behöver logga in", "Sidan visas bara för den som är inloggad.", "Logga in och försök igen.", trace),
        StatusCodes.Status403Forbidden => new(
            "Du får inte göra det här",
            "Du är inloggad, men din roll räcker inte till.",
            "Be den som sköter behörigheterna att ge dig rätt roll om du behöver den.",
            trace),
        StatusCodes.Status404NotFound => new(
            "Sidan finns inte", "Adressen leder ingenstans. Det du söker kan ha bytt ärende.", "Börja om från listan över ärenden.", trace),
        StatusCodes.Status412PreconditionFailed or StatusCodes.Status409Conflict => new(
            "Någon annan hann före", "Det du ändrade har ändrats av någon annan medan sidan låg öppen.", "Ladda om sidan, se vad som är nytt och försök igen.", trace),
        StatusCodes.Status413PayloadTooLarge => new(
            "Filen är för stor", "En fil får ha högst 50 MB.", "Dela upp den eller spara den i mindre storlek och försök igen.", trace),
        _ => new(
            "Något gick fel hos oss", "Det är inte ditt fel, och inget du lämnat in har gått förlorat.", "Försök igen om en stund.", trace),
    };
}
