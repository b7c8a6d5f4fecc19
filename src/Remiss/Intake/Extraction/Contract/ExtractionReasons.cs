namespace Remiss.Intake.Extraction;

/// <summary>The named reasons for which a file is not read, or is read with a remark. Kept in the ledger; shown in Swedish.</summary>
public static class ExtractionReasons
{
    public const string Empty = "empty";
    public const string Encrypted = "encrypted";
    public const string Corrupt = "corrupt";
    public const string Unsupported = "unsupported_format";
    public const string TooLarge = "too_large";
    public const string TooDeep = "too_deep";
    public const string TimedOut = "timed_out";
    public const string Crashed = "crashed";
    public const string NoText = "no_text";

    /// <summary>Pages show text that the file does not hold as characters: fonts without a map, replacement characters.</summary>
    public const string Garbled = "garbled";

    /// <summary>Text that no reader sees was found and left out: white on white, size 0, outside the page, marked as hidden.</summary>
    public const string HiddenText = "hidden_text";

    /// <summary>The content is not what the file name's ending says.</summary>
    public const string NameMismatch = "name_mismatch";

    /// <summary>The first engine failed or found too little; another one read it. A person looks.</summary>
    public const string SecondEngine = "second_engine";

    /// <summary>The text, or that of some pages, was read out of pictures.</summary>
    public const string Ocr = "ocr";

    /// <summary>OCR was unsure of a page, or left one unread. A person looks.</summary>
    public const string OcrUncertain = "ocr_uncertain";
}
