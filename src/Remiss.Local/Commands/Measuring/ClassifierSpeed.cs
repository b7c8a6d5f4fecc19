using System.Diagnostics;
using System.Globalization;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Evaluation;

namespace Remiss.Local.Commands.Measuring;

/// <summary>Measures the classifier on long texts made of a labelled set's own, after it has been warmed up.</summary>
internal static class ClassifierSpeed
{
    private const int CharactersPerPage = 2_500;
    private const int FewestRounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    private static readonly (string Name, int Characters)[] Sizes =
    [
        ("20 sidor", 20 * CharactersPerPage),
        ("40 sidor", 40 * CharactersPerPage),
        ("1 MB", 1 << 20),
        ("2 MB", 2 << 20),
    ];

    public static void Print(LabelledSet set)
    {
        var classifier = new DocumentClassifier();
        var context = set.ContextOf(set.Texts[0]);
        var begun = Stopwatch.GetTimestamp();
        // The runtime compiles what is used often a second time, and better.
        while (Stopwatch.GetElapsedTime(begun) < WarmUp) JudgedText.Judge(set, classifier);
        foreach (var (name, characters) in Sizes)
        {
            var document = OfLength(set, characters).ToDocument();
            classifier.Classify(document, context);
            var times = new List<TimeSpan>();
            var before = GC.GetAllocatedBytesForCurrentThread();
            begun = Stopwatch.GetTimestamp();
            while (times.Count < FewestRounds || Stopwatch.GetElapsedTime(begun) < Measured)
            {
                var start = Stopwatch.GetTimestamp();
                classifier.Classify(document, context);
                times.Add(Stopwatch.GetElapsedTime(start));
            }

            var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / times.Count;
            times.Sort();
            Console.Out.WriteLine(string.Create(
                CultureInfo.GetCultureInfo("sv-SE"),
                $"{name,-9} {characters,9:N0} tecken  {times.Count,4} gånger  median {times[times.Count / 2].TotalMilliseconds,7:F1} ms  snabbast {times[0].TotalMilliseconds,7:F1} ms  {allocated / 1e6,6:F1} MB minne"));
        }
    }

    private static LabelledText OfLength(LabelledSet set, int characters)
    {
        var text = new System.Text.StringBuilder(characters + 4_000);
        for (var i = 0; text.Length < characters; i = (i + 1) % set.Texts.Count) text.Append(set.Texts[i].Text).Append('\n');
        return set.Texts[0] with { Text = text.ToString(0, characters) };
    }
}
