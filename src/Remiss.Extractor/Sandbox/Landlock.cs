using System.Runtime.InteropServices;

namespace Remiss.Extractor.Sandbox;

/// <summary>
/// Linux' own wall around the files that a process and its descendants may open, and from ABI 4 and 6 on around TCP and signals:
/// https://docs.kernel.org/userspace-api/landlock.html. It needs no privilege.
/// </summary>
internal sealed unsafe class Landlock
{
    private const int CreateRuleset = 444;
    private const int AddRule = 445;
    private const int RestrictSelf = 446;
    private const int BeneathPath = 1;

    private const ulong Execute = 1 << 0;
    private const ulong WriteFile = 1 << 1;
    private const ulong ReadFile = 1 << 2;
    private const ulong ReadFolder = 1 << 3;
    private const ulong RemoveFolder = 1 << 4;
    private const ulong RemoveFile = 1 << 5;
    private const ulong MakeFolder = 1 << 7;
    private const ulong MakeFile = 1 << 8;
    private const ulong Truncate = 1 << 14;

    private readonly int abi;
    private readonly int ruleset;

    private Landlock(int abi, int ruleset)
    {
        this.abi = abi;
        this.ruleset = ruleset;
    }

    /// <returns>Null where the kernel has no such wall.</returns>
    public static Landlock? Create()
    {
        var abi = (int)LinuxCalls.SystemCall(CreateRuleset, 0, 0, 1, 0);
        if (abi < 1) return null;

        var attributes = new Attributes { Files = Handled(abi), Tcp = abi >= 4 ? 3UL : 0, Scoped = abi >= 6 ? 3UL : 0 };
        var size = abi >= 6 ? 24 : abi >= 4 ? 16 : 8;
        var ruleset = (int)LinuxCalls.SystemCall(CreateRuleset, (nint)(&attributes), size, 0, 0);
        return ruleset < 0 ? null : new(abi, ruleset);
    }

    public void MayRead(string path) => Allow(path, ReadFile | (Directory.Exists(path) ? ReadFolder : 0));

    public void MayRun(string path) => Allow(path, ReadFile | Execute);

    public void MayWrite(string path) => Allow(path, Directory.Exists(path)
        ? ReadFile | ReadFolder | WriteFile | Truncate | MakeFile | MakeFolder | RemoveFile | RemoveFolder
        : ReadFile | WriteFile | Truncate);

    /// <summary>From here on for this thread, for what it starts and for what it becomes.</summary>
    public bool Restrict()
    {
        var done = LinuxCalls.SystemCall(RestrictSelf, ruleset, 0, 0, 0) == 0;
        _ = LinuxCalls.Close(ruleset);
        return done;
    }

    private static ulong Handled(int abi) => abi switch
    {
        1 => (1UL << 13) - 1,
        2 => (1UL << 14) - 1,
        < 5 => (1UL << 15) - 1,
        _ => (1UL << 16) - 1,
    };

    private void Allow(string path, ulong access)
    {
        var place = LinuxCalls.Open(path, LinuxCalls.OpenAsPlace, 0);
        if (place < 0) return;
        var rule = new PathRule { Access = access & Handled(abi), Place = place };
        _ = LinuxCalls.SystemCall(AddRule, ruleset, BeneathPath, (nint)(&rule), 0);
        _ = LinuxCalls.Close(place);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Attributes
    {
        public ulong Files;
        public ulong Tcp;
        public ulong Scoped;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct PathRule
    {
        public ulong Access;
        public int Place;
    }
}
