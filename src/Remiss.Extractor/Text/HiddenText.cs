namespace Remiss.Extractor.Text;

/// <summary>What no reader can see on white paper.</summary>
internal static class HiddenText
{
    /// <summary>Letters below this size are dust.</summary>
    public const double SmallestPoints = 1.5;

    private const int NearlyWhite = 0xF5;

    public static bool IsWhite(int rgb) => IsWhite((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);

    public static bool IsWhite(int red, int green, int blue) => red >= NearlyWhite && green >= NearlyWhite && blue >= NearlyWhite;

    /// <summary>Something was hidden, and not only a stray blank or a full stop.</summary>
    public static bool SaysSomething(string hidden) => hidden.Count(char.IsLetter) >= 3;
}
