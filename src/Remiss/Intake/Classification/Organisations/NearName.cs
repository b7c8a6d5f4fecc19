using Remiss.Cases;

namespace Remiss.Intake.Classification.Organisations;

/// <summary>Suggests which registered body a misspelt name may mean. A suggestion is for a person; it never decides.</summary>
internal static class NearName
{
    private const double Near = 0.62;

    /// <param name="expected">The body whose folder the file lay in; suggested before others that are as near.</param>
    public static Organisation? Suggest(Register register, string name, Organisation? expected)
    {
        var compact = Compact(name);
        if (compact.Length is < 4 or > 60) return null;
        return register.Organisations
            .SelectMany(o => RegisterNames.NamesOf(o).Select(n => (Organisation: o, Likeness: Likeness(compact, Compact(n)))))
            .Where(c => c.Likeness >= Near)
            .OrderByDescending(c => c.Organisation == expected)
            .ThenByDescending(c => c.Likeness)
            .Select(c => c.Organisation)
            .FirstOrDefault();
    }

    private static string Compact(string name) => string.Concat(RegisterNames.CoreOf(name));

    private static double Likeness(string a, string b) => b.Length is 0 or > 60 ? 0 : NameLikeness.Of(a, b);
}
