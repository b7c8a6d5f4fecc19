using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Remiss.Notifications.Mail;

namespace Remiss.Tests.Notifications.Mail;

public static class MailTests
{
    private const string Hostile = "<script>alert('x')</script><img src=x onerror=y>\"{}@(1+1)=cmd åäö";

    [Fact]
    public static async Task Nothing_that_a_letter_says_becomes_markup()
    {
        var html = await Office.Renderer.RenderAsync(Hostile, LetterOf(Hostile));

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Equal(12, Regex.Count(WebUtility.HtmlDecode(html), Regex.Escape(Hostile), RegexOptions.NonBacktracking));
        Assert.All(Regex.Matches(html, "href=\"([^\"]*)\"", RegexOptions.NonBacktracking), m => Assert.StartsWith("mailto:", m.Groups[1].Value, StringComparison.Ordinal));
    }

    [Fact]
    public static async Task A_mail_is_a_Swedish_document_of_at_most_640_pixels_for_light_and_dark()
    {
        var html = await Office.Renderer.RenderAsync("Remiss", LetterOf("text"));

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"sv\">", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"color-scheme\" content=\"light dark\">", html, StringComparison.Ordinal);
        Assert.Contains("@media (prefers-color-scheme: dark){.page{", html, StringComparison.Ordinal);
        Assert.All(
            Regex.Matches(html, "(?:width=\"|width:)([0-9]+)(?:\"|px)", RegexOptions.NonBacktracking),
            m => Assert.InRange(int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), 0, 640));
    }

    [Fact]
    public static void Plain_text_is_wrapped_and_underlined() => Assert.Equal(
        """
        Rubrik
        ======
        Ett stycke som är så långt att det inte får plats på en enda rad om sjuttio-
        sex tecken.

        Etikett: Värde

        Avsnitt
        -------
        - en punkt som också är så lång att den måste fortsätta på nästa rad, med
          indrag

        Frågor
        ------
        Åsa Öberg, asa@sisab.example


        """ + "-- \nFoten.\n",
        PlainText.Of(new Letter
        {
            Subject = "s",
            Preview = "p",
            Heading = "Rubrik",
            Opening = ["Ett stycke som är så långt att det inte får plats på en enda rad om sjuttio- sex tecken."],
            Facts = [new("Etikett", "Värde")],
            Sections =
            [
                new("Avsnitt", [])
                {
                    Items = ["en punkt som också är så lång att den måste fortsätta på nästa rad, med indrag"],
                },
                new("Frågor", []) { People = [new("Åsa Öberg", "asa@sisab.example")] },
            ],
            Footer = "Foten.",
        }));

    [Fact]
    public static void Text_stands_out_from_its_ground_in_light_and_dark() => Assert.All(
        MailPalette.Pairs,
        pair => Assert.True(Contrast(pair.Text, pair.Ground) >= 4.5, $"{pair}: {Contrast(pair.Text, pair.Ground):0.00}:1"));

    private static Letter LetterOf(string text) => new()
    {
        Subject = text,
        Preview = text,
        Heading = text,
        Opening = [text],
        Facts = [new(text, text)],
        Sections = [new(text, [text]) { Items = [text], People = [new(text, "a@b.example")] }],
        Footer = text,
    };

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => 0.2126 * Channel(colour, 1) + 0.7152 * Channel(colour, 3) + 0.0722 * Channel(colour, 5);

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
