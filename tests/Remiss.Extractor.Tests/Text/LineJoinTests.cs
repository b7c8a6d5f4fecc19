using Remiss.Extractor.Text;

namespace Remiss.Extractor.Tests.Text;

public sealed class LineJoinTests
{
    [Theory]
    [InlineData("Bolaget är", "för.", "Bolaget är för.")]
    [InlineData("utred-", "ningen", "utredningen")]
    [InlineData("2024-", "2027", "2024-2027")]
    [InlineData("EU-", "Kommissionen", "EU-Kommissionen")]
    [InlineData("kommun-", "och regionnivå", "kommun- och regionnivå")]
    [InlineData("ordnings-", "ochregeln", "ordningsochregeln")]
    [InlineData("en paus –", "sedan", "en paus – sedan")]
    [InlineData("fram\u00AD", "Tiden", "framTiden")]
    public void Two_lines_become_one(string first, string second, string joined)
    {
        var lines = new JoinedLines();
        lines.Add(first);
        lines.Add(second);

        Assert.Equal(joined, lines.Take());
        Assert.True(lines.IsEmpty);
    }
}
