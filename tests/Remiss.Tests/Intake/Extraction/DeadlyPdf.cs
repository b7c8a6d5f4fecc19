namespace Remiss.Tests.Intake.Extraction;

/// <summary>A colour's function that is made of itself: the parser follows it until its stack is full.</summary>
internal static class DeadlyPdf
{
    public static string WithText(string text)
    {
        var shown = $"/C cs BT /F 12 Tf 72 700 Td ({text}) Tj ET";
        return Content
            .Replace("/Length 11", $"/Length {shown.Length}", StringComparison.Ordinal)
            .Replace("/C cs BT ET", shown, StringComparison.Ordinal)
            .Replace("/ColorSpace <<", "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /ColorSpace <<", StringComparison.Ordinal);
    }

    public const string Content = """
        %PDF-1.7
        1 0 obj
        << /Type /Catalog /Pages 2 0 R >>
        endobj
        2 0 obj
        << /Type /Pages /Kids [3 0 R] /Count 1 >>
        endobj
        3 0 obj
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /ColorSpace << /C 5 0 R >> >> >>
        endobj
        4 0 obj
        << /Length 11 >>
        stream
        /C cs BT ET
        endstream
        endobj
        5 0 obj
        [/Separation /X /DeviceRGB 6 0 R]
        endobj
        6 0 obj
        << /FunctionType 3 /Domain [0 1] /Functions [6 0 R] /Bounds [] /Encode [0 1] >>
        endobj
        trailer
        << /Size 7 /Root 1 0 R >>
        startxref
        0
        %%EOF

        """;
}
