namespace Remiss.Intake;

/// <summary>Files that programs make for themselves while somebody writes, downloads or opens another.</summary>
public static class TemporaryNames
{
    private static readonly string[] Beginnings = ["~$", ".~lock.", "._"];
    private static readonly string[] Endings = [".tmp", ".part", ".partial", ".crdownload", ".download"];
    private static readonly string[] Names = ["Thumbs.db", "desktop.ini", ".DS_Store"];

    public static bool Is(string fileName) =>
        Array.Exists(Beginnings, b => fileName.StartsWith(b, StringComparison.Ordinal))
        || Array.Exists(Endings, e => fileName.EndsWith(e, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(Names, n => fileName.Equals(n, StringComparison.OrdinalIgnoreCase));
}
