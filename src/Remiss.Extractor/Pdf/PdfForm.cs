using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Remiss.Extractor.Pdf;

/// <summary>What has been filled in on a page, or written over it, where it stands.</summary>
internal static class PdfForm
{
    private const int MostFields = 10_000;
    private const double UsualSize = 10;

    /// <summary>The filled-in fields, by page from 1.</summary>
    public static ILookup<int, (PdfRectangle Place, string Text)> Fields(PdfDocument document)
    {
        if (Guarded(() => document.TryGetForm(out var form) ? form : null) is not { } found) return Array.Empty<(int, PdfRectangle, string)>().ToLookup(field => field.Item1, field => (field.Item2, field.Item3));
        return Guarded(() => Flat(found.Fields, 0).Take(MostFields)
            .Where(field => field is { Bounds: not null, PageNumber: not null } && Value(field) is { Length: > 0 })
            .Select(field => (Page: field.PageNumber!.Value, Place: field.Bounds!.Value, Text: Value(field)!)).ToList())
            ?.ToLookup(field => field.Page, field => (field.Place, field.Text)) ?? Array.Empty<(int, PdfRectangle, string)>().ToLookup(field => field.Item1, field => (field.Item2, field.Item3));
    }

    /// <summary>Words typed over a page as a remark of their own.</summary>
    public static IEnumerable<(PdfRectangle Place, string Text)> Notes(Page page) => Guarded(() => page.GetAnnotations().Take(MostFields)
        .Where(note => note.Type == AnnotationType.FreeText && !string.IsNullOrWhiteSpace(note.Content) && !note.Flags.HasFlag(AnnotationFlags.Hidden))
        .Select(note => (note.Rectangle, note.Content!)).ToList()) ?? [];

    /// <summary>Puts what stands on the page after the line above it, or beside it.</summary>
    public static void Insert(List<PdfLine> lines, int page, PdfRectangle place, string text, double pageHeight)
    {
        var pieces = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var at = IndexBelow(lines, place);
        for (var i = 0; i < pieces.Length; i++)
        {
            var baseline = pieces.Length == 1 ? (place.Bottom + place.Top) / 2 - (UsualSize * 0.35) : place.Top - (UsualSize * (1 + (1.2 * i)));
            lines.Insert(at + i, new PdfLine
            {
                Text = pieces[i],
                Page = page,
                Left = place.Left,
                Right = Math.Max(place.Right, place.Left + 1),
                Baseline = baseline,
                Size = UsualSize,
                FirstWordWidth = UsualSize,
                EndsByForce = true,
                Height = 1 - (baseline / pageHeight),
            });
        }
    }

    private static int IndexBelow(List<PdfLine> lines, PdfRectangle place)
    {
        var middle = (place.Bottom + place.Top) / 2;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].Angle == 0 && (lines[i].Baseline > place.Top || (lines[i].Baseline >= place.Bottom - 2 && lines[i].Left < place.Left) || lines[i].Baseline > middle)) return i + 1;
        }

        return 0;
    }

    private static IEnumerable<AcroFieldBase> Flat(IEnumerable<AcroFieldBase> fields, int depth)
    {
        foreach (var field in fields)
        {
            if (field is AcroNonTerminalField group && depth < 50)
            {
                foreach (var child in Flat(group.Children, depth + 1)) yield return child;
            }
            else
            {
                yield return field;
            }
        }
    }

    private static string? Value(AcroFieldBase field) => field switch
    {
        AcroTextField text => text.Value,
        AcroComboBoxField combo => string.Join(", ", combo.SelectedOptions),
        AcroListBoxField list => string.Join(", ", list.SelectedOptions),
        AcroCheckboxField { IsChecked: true } => "☒",
        AcroRadioButtonField { IsSelected: true } => "☒",
        _ => null,
    };

    /// <summary>A form that cannot be read does not take the pages with it.</summary>
    private static T? Guarded<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InsufficientExecutionStackException or LimitExceededException))
        {
            return null;
        }
    }
}
