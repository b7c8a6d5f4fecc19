namespace Remiss.Extractor.Mail;

/// <summary>What a mail inside another is called: by its own name, or by its subject.</summary>
internal static class MessageName
{
    public static string Of(string given, string? subject, string ending)
    {
        var name = given.Trim();
        if (name.Length == 0) name = (subject ?? "").Replace('/', '-').Replace('\\', '-').Trim();
        return name.Length == 0 ? "meddelande" + ending : name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name : name + ending;
    }
}
