using System.Runtime.CompilerServices;
using System.Text.Json;
using Remiss.Evals.Families;
using Remiss.Intake.Classification.Evaluation;

namespace Remiss.Evals;

public sealed class LabelledSetTests
{
    private static readonly string Written = Path.Combine(AppContext.BaseDirectory, "set", "labelled.jsonl");

    private static readonly IReadOnlyList<LabelledText> Texts =
    [
        .. new[] { "development", "test" }.SelectMany(part =>
            FamilyExpansion.Expand(FamilyFile.Read(Path.Combine(AppContext.BaseDirectory, "Families", part + ".txt")))),
    ];

    /// <summary>Set REMISS_EVALS_WRITE=1 to write the set anew after a change to the families.</summary>
    [Fact]
    public async Task The_set_is_what_its_families_give()
    {
        var lines = Texts.Select(t => JsonSerializer.Serialize(t, RemissJson.Options)).ToList();
        if (Environment.GetEnvironmentVariable("REMISS_EVALS_WRITE") == "1")
            await File.WriteAllTextAsync(SourceFile(), string.Join('\n', lines) + "\n", TestContext.Current.CancellationToken);
        else Assert.Equal(lines, await File.ReadAllLinesAsync(Written, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void It_holds_at_least_four_hundred_different_texts() => Assert.True(Texts.DistinctBy(t => t.Text).Count() >= 400);

    [Fact]
    public void No_family_is_in_both_parts() =>
        Assert.Empty(Names("development").Intersect(Names("test"), StringComparer.Ordinal));

    [Fact]
    public void Every_label_occurs_in_both_parts() => Assert.All(["development", "test"], part =>
    {
        Assert.Equal(7, Texts.Where(t => t.Part == part).Select(t => t.Stance).Distinct().Count());
        Assert.Equal(9, Texts.Where(t => t.Part == part).Select(t => t.Type).Distinct().Count());
    });

    private static IEnumerable<string> Names(string part) => Texts.Where(t => t.Part == part).Select(t => t.Family).Distinct();

    private static string SourceFile([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "set", "labelled.jsonl");
}
