using Remiss.Intake.Classification;

namespace Remiss.Tests.Intake.Classification;

public class LettersTests
{
    public static TheoryData<int, string, string> Rows { get; } = [.. Parts().Select((p, i) => (i, p.Head, p.Body[..Math.Min(60, p.Body.Length)]))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_whole_document_gets_its_type_and_stance(int index, string labels, string opening)
    {
        var (head, body) = Parts()[index];
        var words = head.Split(' ');
        var context = new ClassificationContext
        {
            Mail = words.Contains("mail") ? Texts.From("a@b.example") : null,
            HasAttachments = words.Contains("att"),
            IsAttachment = words.Contains("isatt"),
        };

        var result = Texts.Classify(body + "\n", context);

        Assert.Equal((labels.Split(' ')[0], words[1]), (RemissJson.Label(result.Type), RemissJson.Label(result.Stance)));
        Assert.StartsWith(opening, body, StringComparison.Ordinal);
        Assert.All(result.Passages, p => Assert.False(string.IsNullOrWhiteSpace(body.Substring(p.Start, p.Length))));
    }

    private static List<(string Head, string Body)> Parts() =>
    [
        .. Letters.All.ReplaceLineEndings("\n").Split("@@ ", StringSplitOptions.RemoveEmptyEntries)
            .Select(p => (p[..p.IndexOf('\n', StringComparison.Ordinal)].Trim(), p[(p.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim())),
    ];
}
