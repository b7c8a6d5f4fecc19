using System.Globalization;
using System.Text;
using Remiss.Cases;
using Remiss.Notifications;

namespace Remiss.Dispatch;

/// <summary>The last day for an answer as an entry for a calendar (RFC 5545). A moved day replaces the earlier entry.</summary>
public static class DeadlineCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8; method=PUBLISH";
    public const string FileName = "svara-senast.ics";

    /// <summary>A line holds at most 75 octets; longer ones go on in the next, after a space.</summary>
    private const int LongestLine = 73;

    public static byte[] Write(RemissCase remissCase, string organisation, DateOnly lastDay, DateTimeOffset now)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Remisshanteringen//SV",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{remissCase.Id}.{organisation}@remisshanteringen",
            string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"),
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{now.ToUnixTimeSeconds() / 60}"),
            $"DTSTART;VALUE=DATE:{lastDay:yyyyMMdd}",
            $"DTEND;VALUE=DATE:{lastDay.AddDays(1):yyyyMMdd}",
            $"SUMMARY:{Text($"Sista dag att svara på remiss {remissCase.Dnr}")}",
            $"DESCRIPTION:{Text(remissCase.Title)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => Fold(line) + "\r\n")));
    }

    private static string Text(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in SingleLine.Of(text, 400))
            escaped.Append(c is '\\' or ';' or ',' ? $"\\{c}" : c.ToString());
        return escaped.ToString();
    }

    private static string Fold(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
