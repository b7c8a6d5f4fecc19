using System.Text;
using System.Text.Unicode;

namespace Remiss.Extractor.Archives;

/// <summary>
/// The name of an entry that was read as Latin-1, byte for byte. Archives from old Windows programs hold code page 850 or 437 (in which å, ä and
/// ö are the same bytes), those from macOS UTF-8 without saying so, and some Windows-1252.
/// </summary>
internal static class EntryName
{
    private static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(850)!;
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Decode(string latin)
    {
        // Marked as UTF-8, and so decoded already.
        if (latin.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF')) return latin;
        if (!latin.AsSpan().ContainsAnyInRange('\u0080', '\u00FF')) return latin;

        var bytes = Encoding.Latin1.GetBytes(latin);
        if (Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        var (dos, windows) = (Dos.GetString(bytes), Windows.GetString(bytes));
        return Likeness(windows) > Likeness(dos) ? windows : dos;
    }

    private static int Likeness(string name)
    {
        var likeness = 0;
        foreach (var c in name)
        {
            if (c is 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö' or 'é' or 'ü') likeness += 2;
            else if (c > '\u007F' && !char.IsLetter(c)) likeness--;
        }

        return likeness;
    }
}
