using Remiss.Intake;

namespace Remiss.Web.Pages;

/// <summary>Where each page is found.</summary>
public static class Addresses
{
    public const string Cases = "/arenden";
    public const string Review = "/granskning";
    public const string Operations = "/drift";

    public static string Case(string id) => $"{Cases}/{Part(id)}";

    public static string Recipient(string caseId, string organisation) => $"{Case(caseId)}/mottagare/{Part(organisation)}";

    public static string Report(string caseId) => $"{Case(caseId)}/rapport";

    public static string Diary(string caseId) => $"{Case(caseId)}/diarium";

    /// <param name="partition">The case, or where files without a case lie.</param>
    public static string Document(string partition, Document document) => $"/handling/{Part(partition)}/{Part(document.Organisation)}/{document.Sha256}";

    private static string Part(string id) => Uri.EscapeDataString(id);
}
