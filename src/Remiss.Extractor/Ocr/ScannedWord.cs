namespace Remiss.Extractor.Ocr;

/// <summary>A word in a picture, in points from its upper left corner.</summary>
/// <param name="Line">Words of the same line have the same.</param>
internal sealed record ScannedWord(string Line, string Text, double Confidence, double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public (double Across, double Down) Middle => (Left + (Width / 2), Top + (Height / 2));
}
