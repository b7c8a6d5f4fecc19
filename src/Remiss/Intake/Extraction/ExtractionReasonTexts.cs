namespace Remiss.Intake.Extraction;

/// <summary>The reason codes as a coordinator reads them.</summary>
public static class ExtractionReasonTexts
{
    public static string InSwedish(string code) => code switch
    {
        ExtractionReasons.Empty => "Filen är tom.",
        ExtractionReasons.Encrypted => "Filen är skyddad med lösenord.",
        ExtractionReasons.Corrupt => "Filen är skadad och går inte att läsa.",
        ExtractionReasons.Unsupported => "Filformatet stöds inte.",
        ExtractionReasons.TooLarge => "Filen är för stor eller packar upp till för mycket.",
        ExtractionReasons.TooDeep => "Filens innehåll är nästlat i för många nivåer.",
        ExtractionReasons.TimedOut => "Det tog för lång tid att läsa filen.",
        ExtractionReasons.Crashed => "Filen fick läsaren att avbrytas.",
        ExtractionReasons.NoText => "Filen, eller någon av dess sidor, innehåller bild men ingen text.",
        ExtractionReasons.Garbled => "Filen, eller någon av dess sidor, visar text som inte går att läsa ut som tecken.",
        ExtractionReasons.HiddenText => "Filen innehåller dold text, som inte har tagits med.",
        ExtractionReasons.NameMismatch => "Filens innehåll stämmer inte med filnamnets ändelse.",
        ExtractionReasons.SecondEngine => "Filen gick inte att läsa på vanligt sätt utan lästes med ett reservprogram; jämför med originalet.",
        ExtractionReasons.Ocr => "Texten är läst ur en bild; jämför citat med originalet.",
        ExtractionReasons.OcrUncertain => "Bildens text är svårläst, så något kan ha blivit fel eller saknas.",
        _ => code,
    };
}
