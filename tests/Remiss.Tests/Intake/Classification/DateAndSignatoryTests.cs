using Remiss.Intake.Classification;

namespace Remiss.Tests.Intake.Classification;

public class DateAndSignatoryTests
{
    [Theory]
    [InlineData("2014-09-25", 2014, 9, 25)]
    [InlineData("6 maj 2013", 2013, 5, 6)]
    [InlineData("den 14 december 2015", 2015, 12, 14)]
    [InlineData("Stockholm 6 maj 2013", 2013, 5, 6)]
    [InlineData("28 jun 2017", 2017, 6, 28)]
    [InlineData("9/3 -05", 2005, 3, 9)]
    [InlineData("240620", 2024, 6, 20)]
    [InlineData("Datum: 2014-09-25\nEr skrivelse daterad 2014-06-01", 2014, 9, 25)]
    [InlineData("Svar senast 2014-10-01\nDatum 2014-09-25", 2014, 9, 25)]
    [InlineData("Ankom 2014-09-29\n2014-09-25", 2014, 9, 25)]
    public void The_documents_own_date_is_chosen(string line, int year, int month, int day)
    {
        var result = Texts.Classify($"Exempelverket\n{line}\nYttrande\n\nVerket har inget att erinra. Lagen träder i kraft den 1 januari 2026.\n");

        Assert.Equal(new DateOnly(year, month, day), result.Date);
    }

    [Fact]
    public void No_document_is_dated_after_it_arrived() =>
        Assert.Null(Texts.Classify("SISAB\n2024-12-01\nYttrande\n\nSISAB har inget att erinra.\n", Texts.InFolder("sisab")).Date);

    [Fact]
    public void A_mail_without_a_date_in_its_text_has_the_mails() =>
        Assert.Equal(new DateOnly(2023, 9, 29), Texts.Classify("Hej!\n\nVi har inget att invända mot förslaget.\n",
            new ClassificationContext { Mail = Texts.From("a@sisab.example") }).Date);

    [Theory]
    [InlineData("Med vänlig hälsning\nAnna Exempel\nVerkställande direktör", "Anna Exempel", "Verkställande direktör")]
    [InlineData("Anna Exempel\nVD", "Anna Exempel", "VD")]
    [InlineData("Anna Exempel, förvaltningschef", "Anna Exempel", "förvaltningschef")]
    [InlineData("Anna Exempel Vice VD", "Anna Exempel", "Vice VD")]
    [InlineData("Beslut i ärendet har fattats av generaldirektör Anna Exempel. Föredragande har varit Bo Provsson.", "Anna Exempel", "generaldirektör")]
    [InlineData("Detta yttrande har beslutats av överdirektören Anna Exempel efter föredragning av handläggaren Bo Provsson.", "Anna Exempel", "överdirektören")]
    [InlineData("Bo Provsson\nHandläggare\n\nAnna Exempel\nOrdförande", "Anna Exempel", "Ordförande")]
    [InlineData("Anna Exempel                    Bo Provsson\nOrdförande                      Nämndsekreterare", "Anna Exempel", "Ordförande")]
    [InlineData("I detta ärende har generaldirektör Anna Exempel beslutat. Utredaren Bo Provsson har föredragit.", "Anna Exempel", "generaldirektör")]
    [InlineData("Länsarkitekt Anna Exempel har beslutat i ärendet med planhandläggaren Bo Provsson som föredragande.", "Anna Exempel", "Länsarkitekt")]
    [InlineData("Beslutet har fattats av rektor efter föredragning av utredaren Bo Provsson.\n\nAnna af Exempel\nRektor", "Anna af Exempel", "Rektor")]
    [InlineData("Vid protokollet\nBo Provsson\n\nJusteras\nAnna Exempel", "Anna Exempel", null)]
    [InlineData("För Riksförbundet Prov & Exempel\n\nAnna Exempel\nFörhandlingschef", "Anna Exempel", "Förhandlingschef")]
    [InlineData("Attesterat av\nDetta dokument har godkänts digitalt av följande personer:\nAnna Exempel, VD\t2023-09-26", "Anna Exempel", "VD")]
    public void The_signatory_is_who_decided_not_who_handled(string end, string name, string? title)
    {
        var result = Texts.Classify($"Exempelbolaget AB\nHandläggare: Bo Provsson\nYttrande\n\nBolaget har inget att erinra mot det föreslagna programmet.\n\n{end}\n");

        Assert.Equal(new Signatory(name, title), result.Signatory);
    }

    [Theory]
    [InlineData("Bolaget ansöker om anstånd till den 20 oktober 2023.", 20)]
    [InlineData("Svarstiden går ut den 2 oktober. Vi ber om förlängd svarstid till och med den 20 oktober.", 20)]
    [InlineData("Kan vi få uppskov? Ordinarie svarsdatum är 2023-10-02, vi skulle behöva ha till 2023-10-18.", 18)]
    [InlineData("Styrelsen möts den 12 oktober. Går det bra att vi lämnar vårt svar senast den 16/10?", 16)]
    public void An_extension_request_names_the_date_it_asks_for(string text, int day)
    {
        var result = Texts.Classify(text + "\n", Texts.InFolder("sisab") with { ArrivedOn = new(2023, 9, 20) });

        Assert.Equal(DocumentType.Anstand, result.Type);
        Assert.Equal(new DateOnly(2023, 10, day), result.RequestedDeadline);
        Assert.Contains("Avsändaren ber om anstånd: ge eller neka.", result.Reasons);
    }

    [Fact]
    public void An_extension_request_without_a_date_asks_for_none()
    {
        var result = Texts.Classify("Vi ber om längre tid att svara på remissen.\n", Texts.InFolder("sisab"));

        Assert.Equal(DocumentType.Anstand, result.Type);
        Assert.Null(result.RequestedDeadline);
    }
}
