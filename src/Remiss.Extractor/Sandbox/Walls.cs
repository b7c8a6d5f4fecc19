using System.Collections;
using System.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Sandbox;

/// <summary>
/// What stands between this process and the machine. Such walls hold for the thread that raises them and for what it becomes: so the
/// program raises them first, then starts itself again in its own place, and every thread of the second start is inside.
/// </summary>
internal static unsafe class Walls
{
    private const string Mark = "REMISS_WALLS";
    private const int LimitOfCoreFile = 4;
    private const int LimitOfData = 2;
    private const int LimitOfFileSize = 1;
    private const int LimitOfOpenFiles = 7;

    /// <summary>Besides the programs of <see cref="HelperPrograms"/> and the runtime.</summary>
    private static readonly string[] Readable =
    [
        "/usr", "/lib", "/lib64", "/proc", "/sys/fs/cgroup", "/sys/devices/system", "/dev/urandom", "/dev/random", "/dev/zero",
        "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/etc/ssl/openssl.cnf", "/etc/passwd", "/var/cache/fontconfig",
    ];

    /// <summary>Returns inside the walls, as far as this system has them.</summary>
    /// <param name="folder">The only folder that may be written to: <c>out</c> and <c>tmp</c> in it, which exist.</param>
    /// <param name="dataBytes">What the process, and each that it starts, may fill with data of its own.</param>
    /// <param name="fileBytes">The longest file that may be written.</param>
    public static void Raise(string folder, long dataBytes, long fileBytes)
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable(Mark) is not null) return;

        _ = LinuxCalls.StartSession();
        Limit(LimitOfData, dataBytes);
        Limit(LimitOfFileSize, fileBytes);
        Limit(LimitOfCoreFile, 0);
        Limit(LimitOfOpenFiles, 256);
        if (LinuxCalls.ProcessControl(LinuxCalls.SetNoNewPrivileges, 1, 0, 0, 0) != 0) return;
        DropCapabilities();
        var files = RaiseFiles(folder);
        var calls = SystemCallFilter.Apply();
        if (files || calls) StartAgain();
    }

    /// <summary>Ends this process and all that it started. Returns when it leads no group of its own.</summary>
    public static void EndGroup()
    {
        if (OperatingSystem.IsLinux() && LinuxCalls.ProcessGroup(0) == Environment.ProcessId) _ = LinuxCalls.Signal(0, LinuxCalls.Kill);
    }

    /// <summary>Root without capabilities is anybody; without new privileges it stays so.</summary>
    private static void DropCapabilities()
    {
        const uint Version3 = 0x20080522;
        var header = stackalloc uint[] { Version3, 0 };
        var none = stackalloc uint[] { 0, 0, 0, 0, 0, 0 };
        _ = LinuxCalls.SetCapabilities(header, none);
    }

    private static void Limit(int resource, long value)
    {
        var limit = new LinuxCalls.ResourceLimit((ulong)value, (ulong)value);
        _ = LinuxCalls.SetLimit(resource, &limit);
    }

    private static bool RaiseFiles(string folder)
    {
        if (Landlock.Create() is not { } landlock) return false;

        foreach (var path in Readable) landlock.MayRead(path);
        landlock.MayRead(Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../..")));
        landlock.MayRead(AppContext.BaseDirectory);
        landlock.MayRead(folder);
        landlock.MayWrite(Path.Combine(folder, SandboxFolder.Out));
        landlock.MayWrite(Path.Combine(folder, SandboxFolder.Temporary));
        landlock.MayWrite("/dev/null");
        landlock.MayRun(Environment.ProcessPath!);
        foreach (var loader in (string[])["/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1", "/lib/ld-musl-x86_64.so.1"]) landlock.MayRun(loader);
        foreach (var program in HelperPrograms.Found) landlock.MayRun(program);
        return landlock.Restrict();
    }

    private static void StartAgain()
    {
        var arguments = File.ReadAllText("/proc/self/cmdline").TrimEnd('\0').Split('\0');
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => $"{variable.Key}={variable.Value}")
            .Append($"{Mark}=1");
        fixed (byte* argumentBytes = Joined(arguments, out var argumentStarts), environmentBytes = Joined(environment, out var environmentStarts))
        {
            var argumentList = stackalloc byte*[argumentStarts.Count + 1];
            var environmentList = stackalloc byte*[environmentStarts.Count + 1];
            for (var i = 0; i < argumentStarts.Count; i++) argumentList[i] = argumentBytes + argumentStarts[i];
            for (var i = 0; i < environmentStarts.Count; i++) environmentList[i] = environmentBytes + environmentStarts[i];
            _ = LinuxCalls.Execute(Environment.ProcessPath!, argumentList, environmentList);
        }

        throw new InvalidOperationException("The extractor cannot start itself again inside its walls.");
    }

    private static byte[] Joined(IEnumerable<string> texts, out List<int> starts)
    {
        starts = [];
        var bytes = new List<byte>();
        foreach (var text in texts)
        {
            starts.Add(bytes.Count);
            bytes.AddRange(Encoding.UTF8.GetBytes(text));
            bytes.Add(0);
        }

        return [.. bytes];
    }
}
