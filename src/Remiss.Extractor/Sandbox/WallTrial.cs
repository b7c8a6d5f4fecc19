using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Sandbox;

/// <summary>Which walls stand is tried, not believed: the child runs against each of them before it reads anything.</summary>
internal static class WallTrial
{
    private const int ReadOnly = 0;
    private const int WriteNewFile = 0x1 | 0x40 | 0x80;
    private const int OwnerMayReadAndWrite = 0x180;
    private const int Ipv4 = 2;
    private const int Unix = 1;
    private const int Datagram = 2;
    private const int ReadAndWrite = 3;
    private const int PrivateAndAnonymous = 0x22;

    /// <returns>The names of <see cref="SandboxWalls"/> that hold.</returns>
    public static IEnumerable<string> Holding(string folder, long dataBytes)
    {
        if (!OperatingSystem.IsLinux()) yield break;
        if (FilesHold(folder)) yield return SandboxWalls.Files;
        if (!Opens(LinuxCalls.Socket(Ipv4, Datagram, 0)) && !Opens(LinuxCalls.Socket(Unix, Datagram, 0))) yield return SandboxWalls.Network;
        if (LinuxCalls.Signal(LinuxCalls.ParentProcess(), 0) != 0) yield return SandboxWalls.Processes;
        if (!IsGiven((nuint)dataBytes)) yield return SandboxWalls.Memory;
    }

    private static bool FilesHold(string folder)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))!, "remiss-" + Guid.NewGuid().ToString("N"));
        if (Opens(LinuxCalls.Open(beside, WriteNewFile, OwnerMayReadAndWrite)))
        {
            File.Delete(beside);
            return false;
        }

        return !Opens(LinuxCalls.Open($"/proc/{LinuxCalls.ParentProcess()}/environ", ReadOnly, 0)) && !Opens(LinuxCalls.Open("/", ReadOnly, 0));
    }

    private static bool Opens(int descriptor)
    {
        if (descriptor < 0) return false;
        _ = LinuxCalls.Close(descriptor);
        return true;
    }

    private static bool IsGiven(nuint bytes)
    {
        var place = LinuxCalls.Map(0, bytes, ReadAndWrite, PrivateAndAnonymous, -1, 0);
        if (place == -1) return false;
        _ = LinuxCalls.Unmap(place, bytes);
        return true;
    }
}
