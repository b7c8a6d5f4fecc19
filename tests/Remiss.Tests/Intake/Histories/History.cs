using CsCheck;

namespace Remiss.Tests.Intake.Histories;

/// <summary>What happens to the files of one organisation in one case, step by step.</summary>
internal sealed record History(IReadOnlyList<Step> Steps)
{
    private const int FileCount = 3;

    private const int MostChanges = 12;

    private static readonly Gen<int> AnyDeath = Gen.Frequency((1, Gen.Const(0)), (2, Gen.Int[1, MostChanges]));

    private static readonly Gen<Step> AnyStep = Gen.Frequency(
        (5, Gen.Select(Gen.Int[0, FileCount - 1], Gen.Int[0, SentFile.All.Count - 1], (file, content) => (Step)new Put(file, content))),
        (1, Gen.Int[0, FileCount - 1].Select(file => (Step)new Delete(file))),
        (5, Gen.Select(Gen.Int[0, FileCount - 1], Gen.Int[1, 3], AnyDeath, (file, times, death) => (Step)new Deliver(file, times, death))),
        (4, Gen.Select(Gen.Int[1, 2], AnyDeath, (times, death) => (Step)new Work(times, death))),
        (1, Gen.Const((Step)new Sweep())),
        (3, Gen.Const((Step)new Wait())));

    public static Gen<History> Any { get; } = AnyStep.List[1, 14].Select(steps => new History(steps));

    public override string ToString() => string.Join(", ", Steps);
}
