using Remiss.Intake.Classification;

namespace Remiss.Evals.Families;

/// <param name="Noun">What the text calls the sender after its first sentence: "bolaget".</param>
/// <param name="T">The ending that the noun gives an adjective: "positiv" or "positivt".</param>
internal sealed record Sender(string Id, string Noun, string T, string Name, string Short, string Dnr, string Person, string Title);

internal sealed record Matter(string Case, string Noun, string Dnr, string Title);

/// <summary>What one text of a family says, with its labels.</summary>
internal sealed record Saying(DocumentType Type, Stance Stance, string Text);

internal sealed record Family(string Name, IReadOnlyDictionary<string, string> Options, string Template, IReadOnlyList<Saying> Sayings)
{
    public int Copies => int.Parse(Options["copies"], System.Globalization.CultureInfo.InvariantCulture);

    public IReadOnlyList<string> Senders => Options["senders"].Split(',');
}

/// <summary>Templates, what is said in them, and the names and matters to fill them with, in the plain notation of the files beside this one.</summary>
internal sealed record FamilyFile(
    string Part, IReadOnlyDictionary<string, Sender> Senders, IReadOnlyList<Matter> Matters,
    ILookup<string, string> Fillers, ILookup<string, string> Backgrounds, IReadOnlyList<Family> Families)
{
    public static FamilyFile Read(string path)
    {
        var sections = File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n=== ");
        var pool = sections[0].Split('\n').Select(l => l.Split(' ', 2)).Where(l => l.Length == 2)
            .ToLookup(l => l[0], l => l[1].Split('|').Select(c => c.Trim()).ToArray());
        return new FamilyFile(
            Path.GetFileNameWithoutExtension(path),
            pool["sender"].Select(c => new Sender(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7])).ToDictionary(s => s.Id),
            [.. pool["matter"].Select(c => new Matter(c[0], c[1], c[2], c[3]))],
            pool["filler"].ToLookup(c => c[0], c => c[1]),
            pool["background"].ToLookup(c => c[0], c => c[1]),
            [.. sections.Skip(1).Select(ReadFamily)]);
    }

    private static Family ReadFamily(string section)
    {
        var lines = section.TrimEnd().Split('\n');
        var header = lines[0].Split('|').Select(c => c.Trim()).ToList();
        var options = header.Skip(1).Select(o => o.Split('=', 2)).ToDictionary(o => o[0], o => o.ElementAtOrDefault(1) ?? "");
        var template = lines.Skip(1).TakeWhile(l => !l.StartsWith("-- ", StringComparison.Ordinal)).ToList();
        var sayings = new List<Saying>();
        var (type, stance) = (default(DocumentType), default(Stance));
        foreach (var line in lines.Skip(1 + template.Count))
        {
            if (!line.StartsWith("-- ", StringComparison.Ordinal))
            {
                sayings.Add(new Saying(type, stance, line.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal)));
                continue;
            }

            var labels = line[3..].Replace("type ", "", StringComparison.Ordinal).Split('/', StringSplitOptions.TrimEntries);
            type = Label<DocumentType>(labels.Length > 1 ? labels[0] : options.GetValueOrDefault("type", "remissvar"));
            stance = Label<Stance>(labels[^1]);
        }

        return new Family(header[0], options, string.Join('\n', template), sayings);
    }

    private static T Label<T>(string label) where T : struct, Enum => Enum.GetValues<T>().Single(v => RemissJson.Label(v) == label);
}
