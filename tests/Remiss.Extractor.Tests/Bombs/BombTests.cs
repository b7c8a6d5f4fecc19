using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Bombs;

/// <summary>The files of R9 that the readers themselves must refuse, with the limits that they have in service.</summary>
public sealed class BombTests
{
    public static TheoryData<string> Names => [.. Bomb.All.Select(bomb => bomb.What)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bomb_is_refused_by_the_limit_that_names_it(string what)
    {
        var bomb = Bomb.All.Single(bomb => bomb.What == what);
        using var file = new Extracted(bomb.Content(), bomb.FileName);

        Assert.True(file.Result.State is ExtractionState.Read || file.Result.Reasons.Count > 0);
        if (bomb.Reason is not { } reason) return;
        Assert.Equal((ExtractionState.Unreadable, reason), (file.Result.State, file.Result.Reasons[0]));
        Assert.Empty(file.Text);
        Assert.Empty(file.Result.Attachments);
    }

    [Theory]
    [InlineData("svar.docx")]
    [InlineData("svar.zip")]
    [InlineData("svar.msg")]
    public void Zero_bytes_are_empty_whatever_they_are_called(string name)
    {
        using var file = new Extracted([], name);

        Assert.Equal((ExtractionState.Unreadable, ExtractionReasons.Empty), (file.Result.State, file.Result.Reasons[0]));
    }

    [Fact]
    public void A_file_that_is_two_formats_at_once_is_one_of_them_and_says_so()
    {
        using var file = new Extracted(Bomb.All.Single(bomb => bomb.What == "PDF and ZIP at once").Content(), "svar.zip");

        Assert.Equal("pdf", file.Result.Format);
        Assert.Equal("Bolaget avstyrker.\n", file.Text);
        Assert.Contains(ExtractionReasons.NameMismatch, file.Result.Reasons);
        Assert.Empty(file.Result.Attachments);
    }

    [Fact]
    public void A_file_of_the_machine_does_not_come_out_of_an_entity()
    {
        using var file = new Extracted(Bomb.All.Single(bomb => bomb.What.Contains("file of the machine", StringComparison.Ordinal)).Content(), "svar.docx");

        Assert.DoesNotContain("root:", file.Text, StringComparison.Ordinal);
    }
}
