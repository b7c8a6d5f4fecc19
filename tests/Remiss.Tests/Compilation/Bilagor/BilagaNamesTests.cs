using Remiss.Compilation.Bilagor;
using Remiss.Intake.Classification;

namespace Remiss.Tests.Compilation.Bilagor;

public sealed class BilagaNamesTests
{
    private readonly CaseInProgress inProgress = new();

    [Fact]
    public void Names_carry_label_and_organisation()
    {
        inProgress.Recipient("sisab", "SISAB").Recipient("svebo", "AB Svenska Bostäder");
        var first = inProgress.Counts(inProgress.Add("sisab"));
        inProgress.Counts(inProgress.Add("svebo", fileName: "svar.docx", format: "docx"));
        inProgress.Add("svebo", type: DocumentType.Bilaga, fileName: "karta.png", format: null);

        var names = BilagaNames.Of(inProgress.Compile());

        Assert.Equal(
            ["Bilaga 1 SISAB.pdf", "Bilaga 2a AB Svenska Bostäder.docx", "Bilaga 2b AB Svenska Bostäder.png"], names.Select(n => n.FileName));
        Assert.Equal(first.Sha256, names[0].Document);
    }

    [Theory]
    [InlineData("svar.docx", "pdf", "pdf")]
    [InlineData("svar.PDF", null, "pdf")]
    [InlineData("svar.odt", "unknown", "odt")]
    [InlineData("svar.pdf.exe", "unknown", "bin")]
    [InlineData("svar", null, "bin")]
    [InlineData("svar.p/df", null, "bin")]
    public void The_ending_follows_the_content_before_the_name(string fileName, string? format, string expected)
    {
        inProgress.Recipient("a", "A");
        inProgress.Counts(inProgress.Add("a", fileName: fileName, format: format));

        Assert.Equal($"Bilaga 1 A.{expected}", Assert.Single(BilagaNames.Of(inProgress.Compile())).FileName);
    }

    [Theory]
    [InlineData("../../etc/passwd", "Bilaga 1 _.._etc_passwd.pdf")]
    [InlineData("A\r\nB", "Bilaga 1 A__B.pdf")]
    [InlineData("<b>\"A\"|B?*:\\", "Bilaga 1 _b__A__B____.pdf")]
    [InlineData("A\u202Efdp", "Bilaga 1 Afdp.pdf")]
    [InlineData("Bosta\u0308der", "Bilaga 1 Bostäder.pdf")]
    [InlineData("A AB. ", "Bilaga 1 A AB.pdf")]
    [InlineData("...", "Bilaga 1.pdf")]
    public void Names_hold_nothing_that_Windows_refuses(string name, string expected)
    {
        inProgress.Recipient("a", name);
        inProgress.Counts(inProgress.Add("a"));

        Assert.Equal(expected, Assert.Single(BilagaNames.Of(inProgress.Compile())).FileName);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_left_out()
    {
        inProgress.Recipient("a", "A \uD800B");
        inProgress.Counts(inProgress.Add("a"));

        Assert.Equal("Bilaga 1 A B.pdf", Assert.Single(BilagaNames.Of(inProgress.Compile())).FileName);
    }

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        inProgress.Recipient("a", string.Concat(Enumerable.Repeat("😀", 300)));
        inProgress.Counts(inProgress.Add("a"));

        var name = Assert.Single(BilagaNames.Of(inProgress.Compile())).FileName;

        Assert.InRange(name.Length, 100, 120);
        Assert.True(name.IsNormalized());
    }
}
