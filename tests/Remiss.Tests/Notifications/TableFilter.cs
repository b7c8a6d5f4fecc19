namespace Remiss.Tests.Notifications;

/// <summary>The part of the table service's filter language that the ledger uses: comparisons of strings, and, or, parentheses.</summary>
internal sealed class TableFilter
{
    private readonly List<string> words;
    private int at;

    private TableFilter(string filter) => words = [.. Words(filter)];

    public static Func<Func<string, string?>, bool> Of(string filter)
    {
        var parser = new TableFilter(filter);
        var condition = parser.Or();
        return parser.at == parser.words.Count ? condition : throw new FormatException($"The filter '{filter}' is not understood.");
    }

    private static IEnumerable<string> Words(string filter)
    {
        for (var i = 0; i < filter.Length;)
        {
            var start = i;
            if (filter[i] == ' ') i++;
            else if (filter[i] is '(' or ')') yield return filter[i++].ToString();
            else
            {
                var isText = filter[i] == '\'';
                i++;
                while (i < filter.Length && (isText ? filter[i] != '\'' : filter[i] is not (' ' or '(' or ')'))) i++;
                if (isText) i++;
                yield return filter[start..i];
            }
        }
    }

    private Func<Func<string, string?>, bool> Or()
    {
        var left = And();
        while (Take("or"))
        {
            var (before, right) = (left, And());
            left = row => before(row) || right(row);
        }

        return left;
    }

    private Func<Func<string, string?>, bool> And()
    {
        var left = One();
        while (Take("and"))
        {
            var (before, right) = (left, One());
            left = row => before(row) && right(row);
        }

        return left;
    }

    private Func<Func<string, string?>, bool> One()
    {
        if (Take("("))
        {
            var inner = Or();
            return Take(")") ? inner : throw new FormatException("A parenthesis is missing.");
        }

        var (member, comparison, value) = (words[at++], words[at++], words[at++].Trim('\''));
        return row =>
        {
            if (row(member) is not { } found) return false;
            var order = string.CompareOrdinal(found, value);
            return comparison switch { "eq" => order == 0, "ne" => order != 0, "ge" => order >= 0, "gt" => order > 0, "le" => order <= 0, _ => order < 0 };
        };
    }

    private bool Take(string word)
    {
        if (at >= words.Count || words[at] != word) return false;
        at++;
        return true;
    }
}
