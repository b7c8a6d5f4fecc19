using System.Globalization;
using System.Text;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Evaluation;

namespace Remiss.Evals.Families;

/// <summary>Fills every saying of every family with names, numbers and dates, in a fixed order, so that the same texts come every time.</summary>
internal static class FamilyExpansion
{
    private const string Slot = "{STANCE}";
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly string[] Handlers = ["Iris Handlund", "Viggo Beredsson", "Smilla Ärendal"];
    private static readonly string[] DateShapes = ["yyyy-MM-dd", "d MMMM yyyy", "'den' d MMMM yyyy", "d MMM yyyy"];

    public static IEnumerable<LabelledText> Expand(FamilyFile file)
    {
        foreach (var family in file.Families)
        {
            var number = 0;
            foreach (var saying in family.Sayings)
            {
                for (var copy = 0; copy < family.Copies; copy++) yield return Fill(file, family, saying, number++, copy);
            }
        }
    }

    private static LabelledText Fill(FamilyFile file, Family family, Saying saying, int number, int copy)
    {
        var id = family.Senders[number % family.Senders.Count];
        var matter = file.Matters[(number / family.Senders.Count + copy) % file.Matters.Count];
        var isRequest = id == "stadshus";
        var sender = isRequest ? new Sender(id, "bolaget", "t", "Stadshus Kvarnby AB", "Stadshus Kvarnby", matter.Dnr, "Alva Exempel", "Vice VD") : file.Senders[id];
        var year = file.Part == "test" ? 2025 : 2024;
        var date = new DateOnly(year, 9, 1).AddDays(number * 3 % 28);
        var slots = Slots(file, sender, matter, number, date);
        var template = Replace(family.Template, slots);
        var said = Replace(saying.Text, slots);
        var at = template.IndexOf(Slot, StringComparison.Ordinal);
        var text = template.Replace(Slot, said, StringComparison.Ordinal) + "\n";
        if (family.Options.ContainsKey("noise")) text = Noise(text);
        var path = family.Options.GetValueOrDefault("path", id);
        var isElsewhere = family.Options.GetValueOrDefault("type") is "ovrigt";
        bool Has(string slot) => (family.Template + saying.Text).Contains(slot, StringComparison.Ordinal);
        return new LabelledText
        {
            Id = $"{file.Part}/{family.Name}/{number + 1}",
            Part = file.Part,
            Family = family.Name,
            Text = text,
            Type = saying.Type,
            Stance = saying.Stance,
            Organisation = isElsewhere ? null : id,
            Case = isElsewhere ? null : matter.Case,
            Own = Has("{own}") ? [sender.Dnr] : isRequest ? [matter.Dnr] : [],
            Counterpart = Has("{cp}") && !isRequest && saying.Type is not DocumentType.Kvittens ? [matter.Dnr] : [],
            Date = Has("{date}") && !isElsewhere ? date : null,
            Signatory = Has("{sign}") && ReviewRulesKnow(saying.Type) ? sender.Person : null,
            SpanStart = TakesStance(saying) ? at : null,
            SpanLength = TakesStance(saying) ? said.Length : null,
            PathCase = path == "none" ? null : matter.Case,
            PathOrganisation = path == "none" ? null : path,
            IsMail = family.Options.ContainsKey("mail"),
            IsAttachment = family.Options.ContainsKey("isatt"),
        };
    }

    private static bool TakesStance(Saying saying) => saying.Stance is not Stance.Oklart;

    private static bool ReviewRulesKnow(DocumentType type) =>
        type is DocumentType.Remissvar or DocumentType.Tjansteutlatande or DocumentType.Avstar;

    private static Dictionary<string, string> Slots(FamilyFile file, Sender sender, Matter matter, int number, DateOnly date) => new()
    {
        ["{S}"] = sender.Name,
        ["{short}"] = sender.Short,
        ["{b}"] = sender.Noun,
        ["{B}"] = char.ToUpper(sender.Noun[0], Swedish) + sender.Noun[1..],
        ["{t}"] = sender.T,
        ["{N}"] = matter.Noun,
        ["{cp}"] = matter.Dnr,
        ["{title}"] = matter.Title,
        ["{own}"] = sender.Dnr,
        ["{sign}"] = sender.Person,
        ["{signtitle}"] = sender.Title,
        ["{handl}"] = Handlers[number % Handlers.Length],
        ["{addressee}"] = matter.Dnr.StartsWith("KS", StringComparison.Ordinal) ? "Stadshus Kvarnby AB" : "Justitiedepartementet",
        ["{date}"] = date.ToString(DateShapes[number % DateShapes.Length], Swedish),
        ["{G1}"] = file.Fillers[sender.Noun].FirstOrDefault(""),
        ["{G2}"] = file.Fillers[sender.Noun].LastOrDefault(""),
        ["{B1}"] = file.Backgrounds[matter.Case].First(),
        ["{B2}"] = file.Backgrounds[matter.Case].Last(),
    };

    private static string Replace(string text, Dictionary<string, string> slots)
    {
        var filled = new StringBuilder(text);
        foreach (var (slot, value) in slots) filled.Replace(slot, value);
        return filled.ToString();
    }

    /// <summary>What a scan does: 0 for o, 1 for l, a kept hyphen; none of it changes the length before the word it stands in.</summary>
    private static string Noise(string text) => text
        .Replace(" och ", " 0ch ", StringComparison.Ordinal)
        .Replace(" till ", " ti1l ", StringComparison.Ordinal)
        .Replace("förslaget", "f6rslaget", StringComparison.Ordinal)
        .Replace("kostnaderna", "kost-naderna", StringComparison.Ordinal);
}
