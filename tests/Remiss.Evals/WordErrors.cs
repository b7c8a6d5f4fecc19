namespace Remiss.Evals;

/// <summary>The word error rate: words put in, left out or replaced, by the words that should be there.</summary>
internal static class WordErrors
{
    public static (int Errors, int Words) Count(string expected, string actual)
    {
        var right = expected.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var read = actual.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var above = Enumerable.Range(0, read.Length + 1).ToArray();
        for (var i = 1; i <= right.Length; i++)
        {
            var row = new int[read.Length + 1];
            row[0] = i;
            for (var j = 1; j <= read.Length; j++)
            {
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (right[i - 1] == read[j - 1] ? 0 : 1));
            }

            above = row;
        }

        return (above[^1], right.Length);
    }
}
