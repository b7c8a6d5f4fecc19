using System.Globalization;
using Remiss.Local.Commands.Reading;

namespace Remiss.Local.Tests.Commands;

public sealed class TextQualityTests
{
    private const double Most = 0.5;

    private static readonly string[] TextFormats = ["doc", "docx", "eml", "html", "msg", "odt", "pdf", "rtf", "txt", "zip"];

    [Fact]
    public async Task Known_texts_are_read_with_hardly_a_word_wrong_in_any_format()
    {
        var quality = Path.Combine(AppContext.BaseDirectory, "quality");
        var outcome = await RemissProcess.RunAsync(quality, "extract", "documents", "--expect", "expected");

        Assert.Equal(0, outcome.ExitCode);
        var rows = outcome.Lines.Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(row => row[0]);
        Assert.True(int.Parse(rows["alla"][1], CultureInfo.InvariantCulture) >= 40, outcome.Output);
        Assert.Subset(rows.Keys.ToHashSet(), TextFormats.Except(["zip"]).ToHashSet());
        Assert.All(TextFormats.Where(rows.ContainsKey), format => Assert.True(double.Parse(rows[format][^2], CultureInfo.InvariantCulture) <= Most, outcome.Output));
    }

    [Theory]
    [InlineData("a b c", "a b c", 0)]
    [InlineData("a b c", "a x c", 1)]
    [InlineData("a b c", "a c", 1)]
    [InlineData("a b c", "a b c d", 1)]
    [InlineData("a b c", "", 3)]
    [InlineData("a b c d", "b c d a", 2)]
    public void Wrong_missing_and_surplus_words_are_one_error_each(string expected, string read, int errors) =>
        Assert.Equal(errors, TextQuality.Errors(expected.Split(' '), read.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
