using Remiss.Notifications;

namespace Remiss.Tests.Notifications;

public static class SingleLineTests
{
    [Theory]
    [InlineData("Åsa Öberg", "Åsa Öberg")]
    [InlineData("  svar \t på\u00a0 remiss ", "svar på remiss")]
    [InlineData("ett\r\nBcc: två", "ett Bcc: två")]
    [InlineData("ett\u2028två\u2029tre\u0085fyra", "ett två tre fyra")]
    [InlineData("svar\u202Efdp.exe", "svarfdp.exe")]
    [InlineData("a\u200Bb\u0000c\uFEFFd\u00ADe", "ab cde")]
    [InlineData("", "")]
    public static void Foreign_text_becomes_one_visible_line(string text, string expected) => Assert.Equal(expected, SingleLine.Of(text));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("ab cdefg", 4, "ab…")]
    [InlineData("aa\u0308\u0308b", 3, "a…")]
    [InlineData("👩‍👩‍👧x", 4, "👩…")]
    public static void Long_text_is_cut_between_characters(string text, int limit, string expected) =>
        Assert.Equal(expected, SingleLine.Of(text, limit));
}
