using Remiss.Notifications.Mail;
using ScottPlot;
using Colour = ScottPlot.Color;

namespace Remiss.Reports;

/// <summary>
/// How many stand where, as one bar in parts. It holds no letters, so that it looks the same on a machine without fonts; the figures stand
/// in the table beside it and in the alternative text.
/// </summary>
public static class StandingChart
{
    /// <summary>As shown; the picture has twice as many, for sharp screens.</summary>
    public const int Width = 592;

    public const int Height = 20;

    public static IReadOnlyList<Standing> Order { get; } =
        [Standing.Answered, Standing.Declined, Standing.InReview, Standing.Awaited, Standing.Late];

    public static string ColourOf(Standing standing) => standing switch
    {
        Standing.Answered => MailPalette.BarGood,
        Standing.Declined => MailPalette.BarDeclined,
        Standing.InReview => MailPalette.BarReview,
        Standing.Awaited => MailPalette.BarAwaited,
        _ => MailPalette.BarLate,
    };

    public static byte[] Draw(WeeklyCase status)
    {
        using var plot = new Plot();
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Layout.Frameless();
        plot.HideGrid();
        var from = 0;
        foreach (var standing in Order)
        {
            var count = status.Count(standing);
            if (count == 0)
                continue;
            plot.Add.Rectangle(from, from + count, 0, 1).FillColor = Colour.FromHex(ColourOf(standing));
            from += count;
        }

        foreach (var shape in plot.GetPlottables<ScottPlot.Plottables.Rectangle>())
            shape.LineWidth = 0;
        plot.Axes.SetLimits(0, Math.Max(from, 1), 0, 1);
        return plot.GetImageBytes(2 * Width, 2 * Height, ImageFormat.Png);
    }

    public static string AlternativeText(WeeklyCase status) =>
        $"Stapel över {status.Recipients.Count} remissinstanser: "
        + string.Join(", ", Order.Where(s => status.Count(s) > 0).Select(s => $"{status.Count(s)} {ReportWords.Of(s).ToLowerInvariant()}")) + ".";
}
