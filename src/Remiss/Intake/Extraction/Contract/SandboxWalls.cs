namespace Remiss.Intake.Extraction;

/// <summary>What can stand between the child and the machine; the child says in its greeting which of them do.</summary>
public static class SandboxWalls
{
    /// <summary>It writes nowhere but in its own folder, and reads nothing but that and the system's programs.</summary>
    public const string Files = "files";

    /// <summary>It opens no socket, and makes none of the calls by which a process gains hold of others or of the system.</summary>
    public const string Network = "network";

    /// <summary>It sends signals to nobody but what it started.</summary>
    public const string Processes = "processes";

    /// <summary>The system gives it no more memory than its limit.</summary>
    public const string Memory = "memory";

    public static IReadOnlyList<string> All { get; } = [Files, Network, Processes, Memory];
}

/// <summary>The parts of the folder that each child has to itself.</summary>
public static class SandboxFolder
{
    /// <summary>What it is to read; the parent puts it there and takes it away.</summary>
    public const string In = "in";

    /// <summary>Where it writes attachments; the parent takes them.</summary>
    public const string Out = "out";

    public const string Temporary = "tmp";
}
