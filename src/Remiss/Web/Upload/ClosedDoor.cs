using Microsoft.AspNetCore.Http;
using Remiss.Cases;
using Remiss.Web.Security;

namespace Remiss.Web.Upload;

/// <summary>Why a link does not open, and whom to ask. A link that is none of ours learns nothing.</summary>
public sealed record ClosedDoor(int Status, string Title, string What, string Next, IReadOnlyList<Coordinator> Coordinators)
{
    public static ClosedDoor Of(string reason, UploadVisit? visit) => (reason, visit) switch
    {
        (RefusalReasons.RevokedLink, { Recipient.Status: RecipientStatus.Withdrawn }) => new(
            StatusCodes.Status403Forbidden,
            "Ni ska inte längre svara",
            $"{visit.Debtor} är inte längre med i remissen {visit.Case.Dnr}.",
            "Hör av er till handläggaren om det inte stämmer.",
            visit.Case.Coordinators),
        (RefusalReasons.RevokedLink, not null) => new(
            StatusCodes.Status403Forbidden,
            "Länken har ersatts av en ny",
            $"Länken till remissen {visit.Case.Dnr} gäller inte längre.",
            "Använd länken i det senaste mejlet, eller be handläggaren om en ny.",
            visit.Case.Coordinators),
        (RefusalReasons.ExpiredLink, not null) => new(
            StatusCodes.Status403Forbidden,
            "Länken har gått ut",
            $"Sista dag att svara på remissen {visit.Case.Dnr} var {SwedishTime.LongDate(visit.LastDay)}.",
            "Vill ni ändå lämna något, hör av er till handläggaren.",
            visit.Case.Coordinators),
        _ => new(
            StatusCodes.Status404NotFound,
            "Länken stämmer inte",
            "Adressen leder ingenstans. Den kan ha blivit avkortad eller bruten i mejlet.",
            "Kopiera hela länken ur mejlet och försök igen.",
            []),
    };
}
