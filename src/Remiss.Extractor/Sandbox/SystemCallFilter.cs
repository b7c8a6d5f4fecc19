using System.Runtime.InteropServices;

namespace Remiss.Extractor.Sandbox;

/// <summary>
/// A seccomp filter (https://docs.kernel.org/userspace-api/seccomp_filter.html) for the process and all that it starts: no sockets, no
/// looking into other processes, no mounting, no new namespaces, no change of owner, mode or limit. What is not named stays allowed.
/// </summary>
internal static unsafe class SystemCallFilter
{
    private const uint Refuse = 0x00050000;
    private const uint NotPermitted = Refuse | 1;
    private const uint NoSuchCall = Refuse | 38;
    private const uint Allow = 0x7fff0000;

    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort JumpIfAnyBit = 0x45;
    private const ushort Return = 0x06;

    private const int NumberAt = 0;
    private const int ArchitectureAt = 4;

    /// <summary>CLONE_NEWNS, _NEWCGROUP, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID and _NEWNET.</summary>
    private const uint NewNamespaces = 0x7E020000;

    private static readonly (string Name, int X64, int Arm64)[] Refused =
    [
        ("socket", 41, 198), ("socketpair", 53, 199), ("connect", 42, 203), ("bind", 49, 200), ("listen", 50, 201), ("accept", 43, 202),
        ("accept4", 288, 242), ("io_uring_setup", 425, 425), ("io_uring_enter", 426, 426), ("io_uring_register", 427, 427),
        ("ptrace", 101, 117), ("process_vm_readv", 310, 270), ("process_vm_writev", 311, 271), ("pidfd_open", 434, 434),
        ("pidfd_getfd", 438, 438), ("pidfd_send_signal", 424, 424), ("perf_event_open", 298, 241), ("userfaultfd", 323, 282), ("bpf", 321, 280),
        ("mount", 165, 40), ("umount2", 166, 39), ("pivot_root", 155, 41), ("chroot", 161, 51), ("setns", 308, 268), ("unshare", 272, 97),
        ("open_tree", 428, 428), ("move_mount", 429, 429), ("fsopen", 430, 430), ("fsconfig", 431, 431), ("fsmount", 432, 432),
        ("fspick", 433, 433), ("mount_setattr", 442, 442), ("open_by_handle_at", 304, 265), ("name_to_handle_at", 303, 264),
        ("add_key", 248, 217), ("request_key", 249, 218), ("keyctl", 250, 219), ("kexec_load", 246, 104), ("kexec_file_load", 320, 294),
        ("init_module", 175, 105), ("finit_module", 313, 273), ("delete_module", 176, 106), ("swapon", 167, 224), ("swapoff", 168, 225),
        ("reboot", 169, 142), ("acct", 163, 89), ("quotactl", 179, 60), ("sethostname", 170, 161), ("setdomainname", 171, 162),
        ("iopl", 172, -1), ("ioperm", 173, -1), ("syslog", 103, 116), ("personality", 135, 92),
        ("clock_settime", 227, 112), ("settimeofday", 164, 170), ("adjtimex", 159, 171), ("clock_adjtime", 305, 266),
        ("setuid", 105, 146), ("setgid", 106, 144), ("setreuid", 113, 145), ("setregid", 114, 143), ("setresuid", 117, 147),
        ("setresgid", 119, 149), ("setgroups", 116, 159), ("capset", 126, 91), ("setrlimit", 160, 164),
        ("chmod", 90, -1), ("fchmod", 91, 52), ("fchmodat", 268, 53), ("fchmodat2", 452, 452), ("chown", 92, -1), ("fchown", 93, 55),
        ("lchown", 94, -1), ("fchownat", 260, 54), ("setxattr", 188, 5), ("lsetxattr", 189, 6), ("fsetxattr", 190, 7),
        ("utime", 132, -1), ("utimes", 235, -1), ("futimesat", 261, -1), ("utimensat", 280, 88),
    ];

    /// <summary>From here on for this thread, for what it starts and for what it becomes. It cannot be taken back.</summary>
    public static bool Apply()
    {
        if (Architecture() is not { } architecture) return false;

        var program = Program(architecture).ToArray();
        fixed (Instruction* instructions = program)
        {
            var header = new ProgramHeader { Length = (ushort)program.Length, Instructions = instructions };
            return LinuxCalls.ProcessControl(LinuxCalls.SetSystemCallFilter, 2, (nuint)(&header), 0, 0) == 0;
        }
    }

    private static (uint Mark, bool IsX64)? Architecture() => RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => (0xC000003E, true),
        System.Runtime.InteropServices.Architecture.Arm64 => (0xC00000B7, false),
        _ => null,
    };

    private static IEnumerable<Instruction> Program((uint Mark, bool IsX64) architecture)
    {
        yield return new(Load, ArchitectureAt);
        yield return new(JumpIfEqual, architecture.Mark, whenTrue: 1);
        yield return new(Return, NotPermitted);
        yield return new(Load, NumberAt);
        if (architecture.IsX64)
        {
            // The x32 calls are the same ones under other numbers.
            yield return new(JumpIfAtLeast, 0x40000000, whenFalse: 1);
            yield return new(Return, NotPermitted);
        }

        foreach (var (_, x64, arm64) in Refused)
        {
            var number = architecture.IsX64 ? x64 : arm64;
            if (number < 0) continue;
            yield return new(JumpIfEqual, (uint)number, whenFalse: 1);
            yield return new(Return, NotPermitted);
        }

        // The C library goes back to clone, whose flags can be seen here.
        yield return new(JumpIfEqual, 435, whenFalse: 1);
        yield return new(Return, NoSuchCall);

        yield return new(JumpIfEqual, architecture.IsX64 ? 56u : 220u, whenFalse: 4);
        yield return new(Load, Argument(0));
        yield return new(JumpIfAnyBit, NewNamespaces, whenFalse: 1);
        yield return new(Return, NotPermitted);
        yield return new(Return, Allow);

        // prlimit64 may ask for a limit, not set one.
        yield return new(JumpIfEqual, architecture.IsX64 ? 302u : 261u, whenFalse: 5);
        yield return new(Load, Argument(2));
        yield return new(JumpIfAnyBit, uint.MaxValue, whenTrue: 2);
        yield return new(Load, Argument(2) + 4);
        yield return new(JumpIfAnyBit, uint.MaxValue, whenFalse: 1);
        yield return new(Return, NotPermitted);
        yield return new(Return, Allow);
    }

    private static uint Argument(int index) => (uint)(16 + (8 * index));

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Instruction(ushort code, uint value, byte whenTrue = 0, byte whenFalse = 0)
    {
        public readonly ushort Code = code;
        public readonly byte WhenTrue = whenTrue;
        public readonly byte WhenFalse = whenFalse;
        public readonly uint Value = value;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ProgramHeader
    {
        public ushort Length;
        public Instruction* Instructions;
    }
}
