using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Classification.Structure;
using Remiss.Intake.Classification.Types;

namespace Remiss.Intake.Classification.Learned;

/// <summary>What a document's type is judged by: the signs and what the rules made of them, its shape, and what its sentences say.</summary>
internal static class TypeFeatures
{
    public const int Count = 80;

    private const int ShortLetter = 90;

    public static (int Index, float Value)[] Of(
        DocumentOutline outline, TypeDecision rules, SignReader signs, IReadOnlyList<Said> said, IReadOnlyList<StanceEvidence> evidence, ClassificationContext context, bool namesMatter)
    {
        var features = new List<(int, float)>(Count);
        void Add(float value) => features.Add((features.Count, value));

        foreach (var type in Enum.GetValues<DocumentType>()) Add(rules.Type == type ? (float)rules.Confidence : 0);
        foreach (var type in Enum.GetValues<DocumentType>()) Add(rules.Type == type ? 1 : 0);
        foreach (var sign in Enum.GetValues<Sign>()) Add((float)Math.Min(signs[sign], 6) / 3);
        foreach (var saying in Enum.GetValues<Saying>()) Add(said.Count == 0 ? 0 : said.Max(s => s[saying]));
        Add(MathF.Log(1 + said.Sum(s => s[Saying.Remark])));
        Add((float)evidence.Where(e => e.Polarity != Polarity.Decline && e.Subject <= Subject.Implied).Select(e => e.Weight).DefaultIfEmpty().Max());
        Add((float)evidence.Where(e => e.Polarity == Polarity.Decline).Select(e => e.Weight).DefaultIfEmpty().Max());
        Add(MathF.Log(1 + outline.OwnWordCount) / 4);
        Add(outline.OwnWordCount < ShortLetter ? 1 : 0);
        Add(context.Mail is not null ? 1 : 0);
        Add(context.HasAttachments ? 1 : 0);
        Add(context.IsAttachment ? 1 : 0);
        Add(namesMatter ? 1 : 0);
        Add(Math.Min(outline.Sentences.Count(s => outline.Text[s.End - 1] == '?'), 3) / 3f);
        Add(outline.Words.Length == 0 ? 0 : (float)outline.Words.Count(w => w.IsNumber) / outline.Words.Length);
        foreach (var role in Enum.GetValues<SectionRole>()) Add(outline.Sections.Any(s => s.Role == role) ? 1 : 0);
        Add(Math.Min(Minutes.Split(outline).Count, 4) / 4f);
        return [.. features];
    }
}
