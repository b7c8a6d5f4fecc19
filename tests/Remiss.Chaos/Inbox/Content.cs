using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Remiss.Chaos.Inbox;

/// <summary>A file's content, and what the product must make of it.</summary>
internal sealed record Content(byte[] Bytes, ContentKind Kind, IReadOnlyList<Content> Attached)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public static Content Empty { get; } = new([], ContentKind.Empty, []);

    /// <summary>A letter that answers, beyond doubt, and is like no other.</summary>
    public static Content Answer(int number, string organisation, string dnr) =>
        new(Encoding.UTF8.GetBytes(string.Join(
            "\n\n",
            organisation,
            "Remissvar",
            $"Ert dnr {dnr}",
            $"{organisation} har beretts tillfälle att yttra sig över rubricerat ärende och vill anföra följande.",
            $"{organisation} tillstyrker förslaget.",
            $"Handling nummer {number}. Med vänlig hälsning")), ContentKind.Answer, []);

    /// <summary>Text that nobody can tell what it is.</summary>
    public static Content Riddle(int number) =>
        new(Encoding.UTF8.GetBytes($"Anteckning {number}\n\nTvå stolar och ett bord behöver flyttas till källaren.\n"), ContentKind.Other, []);

    /// <summary>A covering mail with the letter and a list in it.</summary>
    public static Content Mail(int number, Content answer, Content list)
    {
        var text = new StringBuilder()
            .Append("From: svar@exempel.invalid\r\nTo: remiss@stadshus.example\r\nSubject: Remissvar\r\n")
            .Append(CultureInfo.InvariantCulture, $"Message-ID: <{number}@exempel.invalid>\r\nDate: Mon, 02 Oct 2023 09:00:00 +0200\r\nMIME-Version: 1.0\r\n")
            .Append("Content-Type: multipart/mixed; boundary=\"gr\"\r\n\r\n--gr\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBifogat finns svaret.\r\n");
        foreach (var (name, file) in new[] { ("Remissvar.txt", answer), ("Lista.txt", list) })
        {
            text.Append(CultureInfo.InvariantCulture, $"--gr\r\nContent-Type: text/plain; name=\"{name}\"\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n")
                .Append("Content-Transfer-Encoding: base64\r\n\r\n")
                .Append(Convert.ToBase64String(file.Bytes, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
        }

        return new(Encoding.UTF8.GetBytes(text.Append("--gr--\r\n").ToString()), ContentKind.Other, [answer, list]);
    }
}

internal enum ContentKind
{
    /// <summary>Accepted, and counts for its sender.</summary>
    Answer,

    /// <summary>Accepted or not, it answers nothing.</summary>
    Other,

    Empty,
}
