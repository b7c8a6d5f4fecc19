using System.Globalization;

namespace Remiss.Web.Pages.Shell;

internal static class FormDate
{
    /// <summary>As a browser sends a day, <c>2023-10-06</c>; null for anything else.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
