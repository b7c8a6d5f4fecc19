using Microsoft.AspNetCore.Http;

namespace Remiss.Web.Api;

/// <summary>What a program is told when a call cannot be carried out: what is wrong, and what to do.</summary>
internal static class ApiProblems
{
    private const string FieldMember = "field";
    private const string FaultsMember = "faults";

    public static IResult NoCase(string id) => NotFound(
        $"Ärendet {id} finns inte", "Hämta GET /api/cases och använd ett id därifrån.");

    public static IResult NoDocument() => NotFound(
        "Handlingen finns inte", "Hämta ärendet med GET /api/cases/{id} och använd organisation och SHA-256 därifrån.");

    public static IResult NotFound(string title, string next) => Results.Problem(title: title, detail: next, statusCode: StatusCodes.Status404NotFound);

    /// <param name="field">What it is about, as the call names it; null when it is about nothing that was given.</param>
    public static IResult Refused(string why, string? field = null) => Problem(why, FieldMember, field);

    /// <summary>For a file: each fault says at which field it is.</summary>
    public static IResult Refused(IReadOnlyList<string> faults) => Problem(string.Join(" ", faults), FaultsMember, faults);

    private static IResult Problem(string why, string member, object? value) => Results.Problem(
        title: "Det går inte",
        detail: why,
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: value is null ? null : new Dictionary<string, object?> { [member] = value });

    public static IResult ChangedMeanwhile() => Results.Problem(
        title: "Någon annan hann före", detail: "Hämta på nytt, se vad som ändrats och försök igen.", statusCode: StatusCodes.Status412PreconditionFailed);

    /// <summary>For what the framework refuses by itself, in the words of this table.</summary>
    public static void Customize(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Detail is not null) return;
        (problem.Title, problem.Detail) = problem.Status switch
        {
            StatusCodes.Status400BadRequest => ("Anropet gick inte att läsa", "Kontrollera fälten och deras värden mot /api/openapi.json."),
            StatusCodes.Status401Unauthorized => ("Logga in först", "Skicka med en inloggning som har en av rollerna i Entra."),
            StatusCodes.Status403Forbidden => ("Behörighet saknas", "Be den som sköter installationen om en roll i Entra."),
            StatusCodes.Status404NotFound => ("Adressen finns inte", "Se /api/openapi.json för alla adresser."),
            StatusCodes.Status405MethodNotAllowed => ("Metoden finns inte här", "Se /api/openapi.json för vad adressen tar emot."),
            StatusCodes.Status413PayloadTooLarge => ("Anropet är för stort", "Skicka mindre åt gången."),
            StatusCodes.Status415UnsupportedMediaType => ("Fel sorts innehåll", "Skicka JSON med Content-Type: application/json."),
            _ => ("Något gick fel hos oss", "Försök igen om en stund. Upprepas felet: ge driften traceId."),
        };
    }
}
