namespace Remiss.Extractor.Rtf;

/// <summary>What the first word of a group says about the text in it.</summary>
internal static class RtfDestinations
{
    /// <summary>Groups that hold no text of the document.</summary>
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "info", "pict", "objdata", "objclass", "objname", "themedata", "colorschememapping", "datastore", "latentstyles", "listtable",
        "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "filetbl", "revtbl", "shprslt", "sp", "nonesttables", "annotation", "atnid", "atnauthor",
        "atnref", "atntime", "atnicn", "atndate", "bkmkstart", "bkmkend", "mmathPr", "docvar", "userprops", "wgrffmtfilter", "pgptbl", "listname",
        "background", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "fldtype", "upr", "private", "falt", "panose", "template", "operator",
        "nextfile", "txe", "rxe", "xe", "tc", "tcn", "pnseclvl", "pn", "keycode", "stylerestrictions", "passwordhash", "protusertbl",
    };

    /// <summary>Groups marked as optional whose text is the document's.</summary>
    private static readonly HashSet<string> Entered = new(StringComparer.Ordinal) { "shpinst", "ud", "nesttableprops", "fldinst", "shptxt" };

    /// <param name="isOptional">The group is marked as one that a reader may pass over.</param>
    public static bool IsPassedOver(string word, bool isOptional) =>
        word is "shppict" or "nonshppict" || Skipped.Contains(word) || (isOptional && !Entered.Contains(word));
}
