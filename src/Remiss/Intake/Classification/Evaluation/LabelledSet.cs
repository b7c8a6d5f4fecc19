using System.Text.Json;
using Remiss.Cases;
using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification.Evaluation;

/// <summary>Labelled texts with the register and the cases that they speak of.</summary>
public sealed record LabelledSet(IReadOnlyList<LabelledText> Texts, Register Register, IReadOnlyList<RemissCase> Cases)
{
    /// <param name="path">A JSON Lines file; <c>register.json</c> and <c>cases/*.json</c> beside it are read where they exist.</param>
    /// <exception cref="InvalidFileException">A line is no labelled text, or the register or a case is not valid.</exception>
    public static async Task<LabelledSet> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new InvalidFileException(path, ["filen finns inte. Kontrollera sökvägen."]);
        var texts = new List<LabelledText>();
        foreach (var (index, line) in (await File.ReadAllLinesAsync(path, cancellationToken)).Index().Where(l => !string.IsNullOrWhiteSpace(l.Item)))
        {
            texts.Add(Parse(path, index, line));
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var registerFile = Path.Combine(folder, "register.json");
        var register = File.Exists(registerFile) ? await RegisterFile.ReadAsync(registerFile, cancellationToken) : Register.Empty;
        var cases = new List<RemissCase>();
        var casesFolder = Path.Combine(folder, "cases");
        var files = Directory.Exists(casesFolder) ? Directory.GetFiles(casesFolder, "*.json").Order(StringComparer.Ordinal).ToArray() : [];
        foreach (var file in files) cases.Add(await CaseFile.ReadAsync(file, register, cancellationToken));
        return new LabelledSet(texts, register, cases);
    }

    public ClassificationContext ContextOf(LabelledText text) => new()
    {
        Register = Register,
        OpenCases = Cases,
        PathCase = text.PathCase,
        PathOrganisation = text.PathOrganisation,
        Mail = text.IsMail ? new MailHeader { From = "", Subject = "" } : null,
        IsAttachment = text.IsAttachment,
        HasAttachments = text is { IsMail: true, Type: DocumentType.Ovrigt },
    };

    private static LabelledText Parse(string path, int index, string line)
    {
        try
        {
            return JsonSerializer.Deserialize<LabelledText>(line, RemissJson.Options) ?? throw new JsonException("tom rad");
        }
        catch (JsonException e)
        {
            throw new InvalidFileException(path, [$"rad {index + 1}: en text med etiketter väntades ({e.Message})"]);
        }
    }
}
