using System.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Archives;

public sealed class ZipReaderTests
{
    [Fact]
    public void Each_file_becomes_a_document_of_its_own_under_a_generated_name()
    {
        using var file = new Extracted(ZipFile.Of(("../../mapp/Yttrande åäö.txt", "Bolaget tillstyrker."u8.ToArray()), ("mapp/", []), ("__MACOSX/._x", [1]),
            ("mapp\\Bilaga.txt", "En tabell."u8.ToArray())), "svar.zip");

        Assert.Equal(ExtractionState.Read, file.Result.State);
        Assert.Equal("zip", file.Result.Format);
        Assert.Empty(file.Result.Reasons);
        Assert.Equal(["Yttrande åäö.txt", "Bilaga.txt"], file.Result.Attachments.Select(attachment => attachment.Name));
        Assert.All(file.Result.Attachments, attachment => Assert.Equal(file.AttachmentsFolder, Path.GetDirectoryName(attachment.Path)));
        Assert.Equal("Bolaget tillstyrker.", File.ReadAllText(file.Result.Attachments[0].Path));
    }

    [Theory]
    [InlineData(850)]
    [InlineData(437)]
    [InlineData(1252)]
    [InlineData(65001)]
    public void Names_of_old_programs_keep_their_Swedish_letters(int codePage)
    {
        var names = codePage == 65001 ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var archive = ZipFile.Of(names, [("Yttrande från Äldreförvaltningen.txt", "x"u8.ToArray())]);
        Unmark(archive);
        using var file = new Extracted(archive, "svar.zip");

        Assert.Equal("Yttrande från Äldreförvaltningen.txt", Assert.Single(file.Result.Attachments).Name);
    }

    [Fact]
    public void A_name_of_many_thousand_letters_is_cut_before_its_ending()
    {
        using var file = new Extracted(ZipFile.Of((new string('å', 30_000) + ".txt", "x"u8.ToArray())), "svar.zip");

        var name = Assert.Single(file.Result.Attachments).Name;
        Assert.Equal(new string('å', 196) + ".txt", name);
    }

    [Fact]
    public void What_is_locked_is_left_and_said()
    {
        using var all = new Extracted(ZipFile.Encrypted(ZipFile.Of(("a.txt", "x"u8.ToArray()))), "svar.zip");
        using var some = new Extracted(ZipFile.Encrypted(ZipFile.Of(("a.txt", "x"u8.ToArray()), ("b.txt", "y"u8.ToArray()))), "svar.zip");

        Assert.Equal((ExtractionState.Unreadable, ExtractionReasons.Encrypted), (all.Result.State, Assert.Single(all.Result.Reasons)));
        Assert.Equal((ExtractionState.Read, ExtractionReasons.Encrypted), (some.Result.State, Assert.Single(some.Result.Reasons)));
        Assert.Equal("b.txt", Assert.Single(some.Result.Attachments).Name);
    }

    [Fact]
    public void A_broken_entry_does_not_take_the_others_with_it()
    {
        var archive = ZipFile.Of(("a.txt", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 500)))), ("b.txt", "y"u8.ToArray()));
        archive.AsSpan(40, 200).Fill(0xFF);
        using var file = new Extracted(archive, "svar.zip");

        Assert.Equal([ExtractionReasons.Corrupt], file.Result.Reasons);
        Assert.Equal("b.txt", Assert.Single(file.Result.Attachments).Name);
        Assert.Single(Directory.GetFiles(file.AttachmentsFolder));
    }

    [Fact]
    public void Ten_thousand_entries_are_refused_by_name()
    {
        using var file = new Extracted(ZipFile.Of(Enumerable.Range(0, 10_000).Select(number => ($"{number}.txt", Array.Empty<byte>()))), "svar.zip");

        Assert.Equal((ExtractionState.Unreadable, "zip", ExtractionReasons.TooLarge), (file.Result.State, file.Result.Format, Assert.Single(file.Result.Reasons)));
        Assert.Empty(Directory.GetFiles(file.AttachmentsFolder));
    }

    [Fact]
    public void A_directory_of_too_many_entries_is_refused_before_it_is_read()
    {
        using var file = new Extracted(ZipFile.Of(Enumerable.Range(0, 30).Select(number => ($"word/{number}", Array.Empty<byte>()))), "svar.docx", new ExtractionLimits { ArchiveEntries = 20 });

        Assert.Equal([ExtractionReasons.TooLarge], file.Result.Reasons);
    }

    [Fact]
    public void Size_is_checked_by_the_directory_and_again_while_inflating()
    {
        var archive = ZipFile.Of(("a.txt", new byte[8 << 20]));
        var limits = new ExtractionLimits { AttachmentBytes = 1 << 20 };
        using var declared = new Extracted(archive, "svar.zip", limits);
        LieAboutSize(archive, 100);
        using var lied = new Extracted(archive, "svar.zip", limits);

        Assert.Equal([ExtractionReasons.TooLarge], declared.Result.Reasons);
        Assert.True(lied.Result.Attachments.Sum(attachment => attachment.Length) <= 1 << 20);
    }

    [Fact]
    public void Nothing_inside_is_empty()
    {
        using var file = new Extracted(ZipFile.Of(("mapp/", [])), "svar.zip");

        Assert.Equal((ExtractionState.Unreadable, ExtractionReasons.Empty), (file.Result.State, Assert.Single(file.Result.Reasons)));
    }

    private static void LieAboutSize(byte[] archive, int size)
    {
        var directory = archive.AsSpan().IndexOf("PK\x01\x02"u8);
        BitConverter.GetBytes(size).CopyTo(archive, directory + 24);
    }

    /// <summary>Old programs do not mark UTF-8.</summary>
    private static void Unmark(byte[] archive)
    {
        archive[7] &= 0xF7;
        archive[archive.AsSpan().IndexOf("PK\x01\x02"u8) + 9] &= 0xF7;
    }
}
