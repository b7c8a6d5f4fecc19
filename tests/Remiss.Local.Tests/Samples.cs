namespace Remiss.Local.Tests;

internal static class Samples
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "ks-2023-740");

    public static string Documents { get; } = Path.Combine(Folder, "documents");

    public static string Case { get; } = Path.Combine(Folder, "case.json");

    public static string Register { get; } = Path.Combine(Folder, "register.json");
}
