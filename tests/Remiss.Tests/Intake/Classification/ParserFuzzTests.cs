using System.Globalization;
using System.Text;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Dates;
using Remiss.Intake.Classification.Numbers;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Tests.Intake.Classification;

/// <summary>
/// The readers of numbers, dates and names on broken texts. <c>REMISS_FUZZ_SECONDS</c> makes the run that long instead of a few inputs,
/// <c>REMISS_FUZZ_SEED</c> makes it another run.
/// </summary>
public sealed class ParserFuzzTests
{
    private const int FewInputs = 700;

    private static readonly string[] Shards =
    [
        "KS 2023/740", "Dnr", "dnr:", "KS2023-740", "1.5.3-2023/740", "2023/740", "Er beteckning", "2023-10-06", "6 oktober 2023", "den 31 februari", "06/10/23",
        "20231006", "99999999999999999999", "2023-13-45", "0000-00-00", "AB Svenska Bostäder", "Skolfastigheter i Stockholm AB", "S.k.o.l.f", "STOCKHOLMSHEM",
        "a\u0308", "\u00AD", "\u200B", "\u202E", "\t", "\n", "\n\n", "§", "§ 12", ":", "/", "–", "-", ".", "(", ")", "”", "|", "İ", "ß", "ﬁ", "𝟐𝟎𝟐𝟑", "٢٠٢٣", "\uD83D\uDE00",
        "Bolaget tillstyrker förslaget.", "avstyrker", "Med vänlig hälsning", "Anna Testsson\nVD", "förlängd svarstid till den 3 november",
    ];

    [Fact]
    public void Whatever_stands_in_a_text_is_judged_and_points_into_it()
    {
        var seed = Number("REMISS_FUZZ_SEED") ?? 1;
        var until = Number("REMISS_FUZZ_SECONDS") is { } seconds ? TimeProvider.System.GetTimestamp() + (seconds * TimeProvider.System.TimestampFrequency) : (long?)null;
        var samples = Letters.All.Split("@@", StringSplitOptions.RemoveEmptyEntries);
        var random = new Random(seed);
        var inputs = 0;
        for (; until is { } end ? TimeProvider.System.GetTimestamp() < end : inputs < FewInputs; inputs++)
        {
            var input = Broken(samples[random.Next(samples.Length)], random);
            try
            {
                Judge(input);
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}, input {inputs}: {e}\n{input}");
            }
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fuzz parsers: {inputs} inputs, seed {seed}"));
    }

    [Theory]
    [InlineData("Bolaget \u0308 tillstyrker \u09CD förslaget.\u0301")]
    [InlineData("\u0308")]
    public void A_mark_without_its_letter_is_no_word(string text) => Judge(text);

    private static void Judge(string input)
    {
        var text = Texts.Plain(input);
        var outline = DocumentOutline.Read(text);
        Assert.All(DnrFinder.Find(outline), number => Assert.InRange(number.Start, 0, input.Length));
        if (DocumentDate.Find(outline, Texts.InFolder("sisab")) is { } date) Assert.InRange(date.Start, 0, input.Length - date.Length);
        foreach (var context in new[] { Texts.Unknown, Texts.InFolder("sisab") with { Mail = Texts.From("a@sisab.example") with { Subject = input[..Math.Min(input.Length, 80)] }, FileName = input[..Math.Min(input.Length, 40)] } })
        {
            var result = new DocumentClassifier().Classify(text, context);
            Assert.All(result.Passages, passage => Assert.InRange(passage.Start, 0, text.Text.Length - passage.Length));
            Assert.All(result.Evidence, evidence => Assert.InRange(evidence.Start, 0, text.Text.Length - evidence.Length));
        }
    }

    private static string Broken(string sample, Random random)
    {
        var text = new StringBuilder(sample.ReplaceLineEndings("\n"));
        for (var times = random.Next(1, 12); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(1 << random.Next(1, 9), text.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 2:
                    text.Insert(at, (char)random.Next(1, 0xD800));
                    break;
                case 3:
                    text.Insert(at, string.Concat(Enumerable.Repeat(Shards[random.Next(Shards.Length)], random.Next(1, 4))));
                    break;
                default:
                    text.Insert(at, Shards[random.Next(Shards.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
