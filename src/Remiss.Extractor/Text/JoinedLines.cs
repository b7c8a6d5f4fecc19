using System.Text;

namespace Remiss.Extractor.Text;

/// <summary>The lines of one paragraph on their way to becoming one line, in time that grows with their length alone.</summary>
internal sealed class JoinedLines
{
    private readonly StringBuilder text = new();
    private string last = "";

    public bool IsEmpty => text.Length == 0;

    public bool IsOpen => LineJoin.IsOpen(last);

    public void Add(string line)
    {
        if (text.Length > 0)
        {
            var (first, between) = LineJoin.Join(last, line);
            text.Length -= last.Length - first.Length;
            text.Append(between);
        }

        text.Append(line);
        last = line;
    }

    /// <summary>What has come together; afterwards the next paragraph can begin.</summary>
    public string Take()
    {
        var joined = text.ToString();
        text.Clear();
        last = "";
        return joined;
    }
}
