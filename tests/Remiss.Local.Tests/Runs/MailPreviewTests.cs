using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Remiss.Local.Commands.Reporting;
using Remiss.Local.Runs;

namespace Remiss.Local.Tests.Runs;

/// <summary>Every mail that is sent, held against HTML and against what a reader needs.</summary>
public sealed class MailPreviewTests : IAsyncLifetime
{
    private static readonly string[] Presentational = ["text", "quiet", "link", "warning", "good", "page", "card", "pad", "line", "band", "button"];

    private IReadOnlyList<(MailPreview Mail, IHtmlDocument Document)> mails = [];

    public async ValueTask InitializeAsync()
    {
        var previews = await MailPreviewCommand.PreviewsAsync(TestContext.Current.CancellationToken);
        mails = [.. previews.Select(p => (p, new HtmlParser(new() { IsStrictMode = true }).ParseDocument(p.Html)))];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Every_kind_of_mail_is_there_and_parses_without_an_error() => Assert.Equal(
        [
            "anstand-avslaget", "anstand-beviljat", "dagens-notis", "eskalering-bolaget", "eskalering-handlaggaren", "komplettering",
            "kopia-till-registrator", "kvittens", "ny-sista-dag", "paminnelse-fore", "paminnelse-forsenad", "paminnelse-sista-dagen",
            "underremiss", "veckobrev",
        ],
        mails.Select(m => m.Mail.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_is_a_Swedish_page_with_one_heading_a_title_and_nothing_that_runs() => Assert.All(mails, m =>
    {
        Assert.Equal("sv", m.Document.DocumentElement.GetAttribute("lang"));
        Assert.Single(m.Document.QuerySelectorAll("h1"));
        Assert.NotEmpty(m.Document.Title!);
        Assert.Empty(m.Document.QuerySelectorAll("script, iframe, form, object, link, svg, base"));
        Assert.All(m.Document.All, e => Assert.DoesNotContain(e.Attributes, a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(m.Document.QuerySelectorAll("a"), a => Assert.Matches("^(https://|mailto:)", a.GetAttribute("href")!));
    });

    [Fact]
    public void Structure_can_be_heard() => Assert.All(mails, m =>
    {
        Assert.All(m.Document.QuerySelectorAll("img"), i => Assert.True(i.GetAttribute("alt")?.Length > 20, i.OuterHtml[..60]));
        Assert.All(m.Document.QuerySelectorAll("table:not([role=presentation])"), t => Assert.NotEmpty(t.QuerySelectorAll("th[scope]")));
        Assert.All(m.Document.QuerySelectorAll("th"), th => Assert.True(th.HasAttribute("scope")));
        var levels = m.Document.QuerySelectorAll("h1,h2,h3,h4").Select(h => h.LocalName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    });

    [Fact]
    public void Only_known_elements_and_classes_are_used() => Assert.All(mails, m =>
    {
        string[] known = ["html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "th", "td", "h1", "h2", "h3", "p", "br", "a", "ul", "li", "strong", "img", "span"];
        Assert.All(m.Document.All, e => Assert.Contains(e.LocalName, known));
        Assert.All(m.Document.All.SelectMany(e => e.ClassList), c => Assert.Contains(c, Presentational));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_text_stands_out_from_what_is_behind_it(bool dark)
    {
        var checkedTexts = 0;
        foreach (var (mail, document) in mails)
        {
            var darkColours = DarkColours(document);
            foreach (var text in document.Body!.Descendants<IText>().Where(t => t.Text.Trim().Length > 0))
            {
                var element = text.ParentElement!;
                if (Ancestors(element).Any(e => Style(e).Contains("display:none", StringComparison.Ordinal)) || element.GetAttribute("aria-hidden") == "true")
                    continue;

                var colour = Ancestors(element).Select(e => Value(e, "color", dark, darkColours)).First(c => c is not null)!;
                var ground = Ancestors(element).Select(e => Value(e, "background-color", dark, darkColours)).First(c => c is not null)!;
                var contrast = Contrast(colour, ground);
                Assert.True(contrast >= 4.5, $"{mail.Name}: {colour} on {ground} is {contrast:0.00}:1, '{text.Text.Trim()}'");
                checkedTexts++;
            }
        }

        Assert.True(checkedTexts > 300, $"{checkedTexts} texts");
    }

    [Theory]
    [InlineData("#ffffff")]
    [InlineData("#1b2530")]
    public void The_parts_of_the_chart_stand_out_from_the_card(string card) =>
        Assert.All(Remiss.Notifications.Mail.MailPalette.Bars, bar => Assert.True(Contrast(bar, card) >= 3, $"{bar}: {Contrast(bar, card):0.00}"));

    [Fact]
    public void The_plain_text_tells_the_same() => Assert.All(mails, m =>
    {
        Assert.Contains(m.Document.QuerySelector("h1")!.TextContent.Trim()[..10], m.Mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('<', m.Mail.Text);
        Assert.InRange(m.Mail.Text.Length, 200, 20_000);
    });

    [Fact]
    public async Task The_command_writes_them_all()
    {
        using var folder = new TemporaryFolder();

        var outcome = await RemissProcess.RunAsync(folder.Path, "mail-preview", "--out", folder.Path);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(mails.Count, Directory.GetFiles(folder.Path, "*.html").Length);
        Assert.Equal(mails.Count, Directory.GetFiles(folder.Path, "*.txt").Length);
    }

    private static IEnumerable<IElement> Ancestors(IElement element)
    {
        for (IElement? e = element; e is not null; e = e.ParentElement) yield return e;
    }

    private static string Style(IElement element) => element.GetAttribute("style") ?? "";

    private static string? Value(IElement element, string property, bool dark, Dictionary<(string, string), string> darkColours)
    {
        if (dark && element.ClassList.Select(c => darkColours.GetValueOrDefault((c, property))).FirstOrDefault(c => c is not null) is { } overriding)
            return overriding;
        var found = Regex.Match(Style(element), $"(?:^|;)\\s*{property}:(#[0-9a-f]{{6}})", RegexOptions.NonBacktracking);
        return found.Success ? found.Groups[1].Value : null;
    }

    private static Dictionary<(string, string), string> DarkColours(IHtmlDocument document) => Regex
        .Matches(document.QuerySelector("style")!.TextContent, "\\.([a-z]+)\\{([a-z-]+):(#[0-9a-f]{6})!important\\}", RegexOptions.NonBacktracking)
        .ToDictionary(m => (m.Groups[1].Value, m.Groups[2].Value), m => m.Groups[3].Value);

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => 0.2126 * Part(colour, 1) + 0.7152 * Part(colour, 3) + 0.0722 * Part(colour, 5);

    private static double Part(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
