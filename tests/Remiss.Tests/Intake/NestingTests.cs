using Remiss.Intake;
using Remiss.Intake.Extraction;
using Remiss.Tests.Intake.Classification;

namespace Remiss.Tests.Intake;

public sealed class NestingTests
{
    private static readonly ExtractionResult Archive = new()
    {
        State = ExtractionState.Read,
        Format = "zip",
        Attachments = [new("svar.txt", "text/plain", "a01", 1)],
    };

    [Fact]
    public void What_lies_within_the_limit_is_opened() => Assert.Same(Archive, Nesting.Limit(Archive, Nesting.Deepest - 1));

    [Fact]
    public void An_archive_too_deep_is_refused_by_name()
    {
        var result = Nesting.Limit(Archive, Nesting.Deepest);

        Assert.Equal((ExtractionState.Unreadable, ExtractionReasons.TooDeep), (result.State, Assert.Single(result.Reasons)));
        Assert.Empty(result.Attachments);
    }

    [Fact]
    public void A_mail_too_deep_keeps_its_words_and_loses_its_files()
    {
        var result = Nesting.Limit(Archive with { Format = "eml", Text = Texts.Plain("Bolaget tillstyrker.") }, Nesting.Deepest);

        Assert.Equal((ExtractionState.Read, ExtractionReasons.TooDeep), (result.State, Assert.Single(result.Reasons)));
        Assert.Empty(result.Attachments);
    }

    [Fact]
    public void A_file_without_files_may_lie_at_any_depth()
    {
        var letter = Archive with { Attachments = [] };
        Assert.Same(letter, Nesting.Limit(letter, Nesting.Deepest));
    }
}
