using System.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Rtf;

public sealed class RtfReaderTests
{
    private const string Head = @"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}{\f2\fcharset2 Symbol;}}"
        + @"{\colortbl;\red255\green255\blue255;\red0\green0\blue128;}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Rubrik 1;}{\s7 Rubrik 2;}}{\info{\title Hemlig titel}}";

    [Fact]
    public void Swedish_letters_are_read_in_every_way_of_writing_them()
    {
        using var file = Read(@"\uc1 f\'f6rslaget \u229?r b\u228\'e4ttre \u8211- {\uc0\u246}ka\~allt {\f1\'b3\'f3d\'9f} {\f2\'b7} {\upr{lost}{\*\ud found}}\par");

        Assert.Equal("förslaget år bättre – öka allt łódź • found\n", file.Text);
    }

    [Fact]
    public void Headings_lists_and_tables_are_told_apart()
    {
        using var file = Read(@"\pard\s1 Remissvar\par\pard\s7 Synpunkter\par\pard{\listtext\pard a)\tab}Samordning\par\pard Text.\line Box 1\par"
            + @"\trowd\cellx100\cellx200\pard\intbl Bolag\cell Svar\cell\row\pard Slut.");

        Assert.Equal(["Heading1|Remissvar", "Heading2|Synpunkter", "ListItem|a) Samordning", "Body|Text.", "Body|Box 1", "TableRow|Bolag\tSvar", "Body|Slut."], file.Paragraphs);
    }

    [Fact]
    public void Headers_notes_and_fields_have_their_places()
    {
        using var file = Read(@"{\header\pard Bolaget AB\par}{\footer\pard Sida {\field{\*\fldinst PAGE }{\fldrslt 1}}\par}"
            + @"Se {\field{\*\fldinst HYPERLINK ""http://x""}{\fldrslt l\'e4nken}}{\footnote\pard En not.}.\par{\*\unknown skr\'e4p}{\pict 89504e47}{\deleted bort}");

        Assert.Equal("Bolaget AB\nSe länken.\nEn not.\nSida\n", file.Text);
    }

    [Theory]
    [InlineData(@"\v")]
    [InlineData(@"\cf1")]
    [InlineData(@"\fs2")]
    public void What_nobody_sees_is_left_out_and_said(string word)
    {
        using var file = Read(@"Bolaget avstyrker. {" + word + @" Bolaget tillstyrker.}\par {\cf1\chcbpat2 Vitt p\'e5 bl\'e5tt}");

        Assert.Equal("Bolaget avstyrker.\nVitt på blått\n", file.Text);
        Assert.Equal([ExtractionReasons.HiddenText], file.Result.Reasons);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_passed_over_even_with_brackets_in_them()
    {
        using var file = Read(@"A{\object{\*\objdata\bin5 }}}}}}{\result B}}C\par");

        Assert.Equal("ABC\n", file.Text);
    }

    [Fact]
    public void Deep_nesting_is_refused_by_name()
    {
        using var file = Read(new string('{', 500_000));

        Assert.Equal([ExtractionReasons.TooDeep], file.Result.Reasons);
    }

    [Theory]
    [InlineData(@"{\rtf1\'")]
    [InlineData(@"{\rtf1\u")]
    [InlineData(@"{\rtf1}}}}}")]
    [InlineData(@"{\rtf1\bin999999999 x")]
    public void A_file_that_breaks_off_is_empty_and_no_crash(string content)
    {
        using var file = new Extracted(Encoding.Latin1.GetBytes(content), "svar.rtf");

        Assert.Equal([ExtractionReasons.Empty], file.Result.Reasons);
    }

    private static Extracted Read(string body) => new(Encoding.Latin1.GetBytes(Head + body + "}"), "svar.rtf");
}
