using Remiss.Compilation.Report;

namespace Remiss.Tests.Compilation.Report;

public sealed class SwedishTextTests
{
    [Theory]
    [InlineData("SISAB", "SISAB:s")]
    [InlineData("Skolfastigheter i Stockholm AB", "Skolfastigheter i Stockholm AB:s")]
    [InlineData("AB Svenska Bostäder", "AB Svenska Bostäders")]
    [InlineData("AB Stockholmshem", "AB Stockholmshems")]
    [InlineData("Stockholms stad", "Stockholms stads")]
    [InlineData("Kulturhuset", "Kulturhusets")]
    [InlineData("Polisens hus", "Polisens hus")]
    [InlineData("AB Fortux", "AB Fortux")]
    [InlineData("Kungl. Vasaz", "Kungl. Vasaz")]
    [InlineData("SIS", "SIS")]
    [InlineData("Hem-IT", "Hem-IT:s")]
    [InlineData("Område 4", "Område 4:s")]
    [InlineData("", "")]
    public void Genitive_follows_the_last_word(string name, string expected) => Assert.Equal(expected, SwedishText.Genitive(name));

    [Theory]
    [InlineData("", "")]
    [InlineData("A", "A")]
    [InlineData("A och B", "A", "B")]
    [InlineData("A, B och C", "A", "B", "C")]
    public void Names_are_joined_with_commas_and_och(string expected, params string[] items) =>
        Assert.Equal(expected, SwedishText.Join(items));

    [Theory]
    [InlineData(1, "en")]
    [InlineData(2, "två")]
    [InlineData(12, "tolv")]
    [InlineData(13, "13")]
    [InlineData(200, "200")]
    public void Numbers_are_words_up_to_twelve(int number, string expected) => Assert.Equal(expected, SwedishText.Number(number));
}
