using Remiss.Extractor.Text;

namespace Remiss.Extractor.Tests.Text;

public sealed class LegibilityTests
{
    [Theory]
    [InlineData("Bolaget tillstyrker förslaget i dess helhet.", false)]
    [InlineData("\uE041\uE042\uE043\uE041\uE042\uE043\uE041\uE042\uE043 Bolaget \uE041\uE042\uE043\uE041", true)]
    [InlineData("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD till \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", true)]
    [InlineData("\uE041", false)]
    [InlineData("1 820,04 259,95 30,00 36,00 90,00 112,00 96,00 95,99", false)]
    public void What_means_something_outside_its_font_is_legible(string text, bool isGarbled) =>
        Assert.Equal(isGarbled, Legibility.IsGarbled(text));

    [Fact]
    public void A_long_text_of_letters_that_make_no_words_is_none()
    {
        const string Text = "Bolaget ser positivt att samverkan med stadens parter utvecklas, och att ansvaret blir tydligt. ";
        var shifted = string.Concat(Text.Select(c => char.IsAsciiLetter(c) ? (char)(c + 3) : c));

        Assert.True(Legibility.IsGarbled(string.Concat(Enumerable.Repeat(shifted, 5))));
        Assert.False(Legibility.IsGarbled(string.Concat(Enumerable.Repeat(Text, 5))));
        Assert.False(Legibility.IsGarbled(string.Concat(Enumerable.Repeat("SISAB MKB KS DNR Micasa Stokab Familjebostäder ", 10))));
    }
}
