using System.Text;

namespace Remiss.Notifications.Mail;

/// <summary>Writes the plain-text part of a mail: lines of at most 76 characters, headings underlined, lists with a dash.</summary>
public sealed class PlainText
{
    private const int Width = 76;

    private readonly StringBuilder text = new();

    public PlainText Heading(string heading) => Underlined(heading, '=');

    public PlainText Section(string heading) => Underlined(heading, '-');

    public PlainText Paragraph(string paragraph) => Wrapped(paragraph, "", "").Gap();

    public PlainText Item(string item) => Wrapped(item, "- ", "  ");

    public PlainText Line(string line) => Wrapped(line, "", "");

    /// <summary>One blank line, however often it is asked for.</summary>
    public PlainText Gap()
    {
        if (text.Length > 1 && text[^2] is not '\n')
            text.Append('\n');
        return this;
    }

    /// <summary>After the line that mail programs take for the start of a signature.</summary>
    public PlainText Signature(string footer)
    {
        text.Append("-- \n");
        return Line(footer);
    }

    public override string ToString() => text.ToString().TrimEnd() + "\n";

    public static string Of(Letter letter)
    {
        var text = new PlainText().Heading(letter.Heading);
        foreach (var paragraph in letter.Opening)
            text.Paragraph(paragraph);
        foreach (var fact in letter.Facts)
            text.Line($"{fact.Label}: {fact.Value}");
        text.Gap();
        foreach (var section in letter.Sections)
        {
            text.Section(section.Heading);
            foreach (var paragraph in section.Paragraphs)
                text.Paragraph(paragraph);
            foreach (var item in section.Items)
                text.Item(item);
            foreach (var link in section.Action is { } action ? [action, .. section.Links] : section.Links)
                text.Line($"{link.Text}: {link.Url.AbsoluteUri}");
            foreach (var person in section.People)
                text.Line($"{person.Name}, {person.Mail}");
            text.Gap();
        }

        return text.Signature(letter.Footer).ToString();
    }

    private PlainText Underlined(string heading, char rule)
    {
        var line = SingleLine.Of(heading);
        text.Append(line).Append('\n').Append(rule, Math.Min(line.Length, Width)).Append('\n');
        return this;
    }

    private PlainText Wrapped(string paragraph, string first, string next)
    {
        var line = new StringBuilder(first);
        var start = first.Length;
        foreach (var word in paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > start && line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(next);
                start = next.Length;
            }

            if (line.Length > start)
                line.Append(' ');
            line.Append(word);
        }

        text.Append(line).Append('\n');
        return this;
    }
}
