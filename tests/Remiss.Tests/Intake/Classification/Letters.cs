namespace Remiss.Tests.Intake.Classification;

/// <summary>
/// Whole documents in many styles. A line with @@ opens each and gives its type, its stance and what is known of it:
/// mail, att (the mail has attachments), isatt (it came attached).
/// </summary>
internal static class Letters
{
    public static string All { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "letters.txt")).TrimEnd('\n');
}
