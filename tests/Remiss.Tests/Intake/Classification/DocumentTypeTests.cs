using Remiss.Intake.Classification;

namespace Remiss.Tests.Intake.Classification;

public class DocumentTypeTests
{
    [Theory]
    [InlineData("Remiss av samverkansöverenskommelse\n\nSISAB har beretts tillfälle att yttra sig över förslaget och vill anföra följande. Uppföljningen bör ske årligen.")]
    [InlineData("Synpunkter\n\nVi tackar för möjligheten att lämna synpunkter på underlaget. Vi anser att det behövs en tydligare ansvarsfördelning.")]
    [InlineData("Yttrande\n\nNämnden har anmodats att inkomma med yttrande. Remissvaret ska lämnas senast den 2 oktober. Nämnden avstyrker förslaget.")]
    [InlineData("Promemoria\n\nMyndigheten avger härmed följande yttrande över betänkandet. Myndigheten delar utredningens bedömning.")]
    public void An_answer_is_known_by_its_direction(string text) => Assert.Equal(DocumentType.Remissvar, TypeOf(text));

    [Theory]
    [InlineData("Detta är ett automatiskt svar.\n\nTack för ditt meddelande. Bolaget har tagit emot din e-post. Handlingar registreras nästa arbetsdag.", DocumentType.Kvittens)]
    [InlineData("Tack för ditt mejl! Jag är på semester och åter på kontoret den 9 oktober. Vid brådskande ärenden kontakta registrator.", DocumentType.Ovrigt)]
    public void An_automatic_reply_is_a_receipt_unless_somebody_is_away(string text, DocumentType expected)
    {
        var mail = Texts.From("registrator@sisab.example") with { AutoSubmitted = true };

        Assert.Equal(expected, Texts.Classify(text, Texts.Unknown with { Mail = mail }).Type);
    }

    [Theory]
    [InlineData("Yttrande över ny överenskommelse\n\nNi bereds härmed tillfälle att yttra er över bifogat förslag. Svaret ska ha kommit in senast den 2 oktober 2023.")]
    [InlineData("Remiss\n\nStockholms Stadshus AB remitterar härmed ärendet till er. Lämna era synpunkter senast den 2 oktober.")]
    [InlineData("Hej!\n\nBifogat översänds remiss för yttrande. Ert svar emotses senast den 2 oktober.")]
    public void A_request_is_known_by_its_direction(string text) => Assert.Equal(DocumentType.Remiss, TypeOf(text));

    [Theory]
    [InlineData("Provbolaget AB\nStyrelsemöte nr 3, 2023-09-20\n\n1. Mötets öppnande\n2. Föregående mötes protokoll lades till handlingarna.\n3. Remiss om finanspolicy. Bo Exempel yrkar bifall till utkastet. Styrelsen beslutade att svara att bolaget inte har något att invända.", DocumentType.Protokollsutdrag)]
    [InlineData("Servicekontoret\nSkrivelse till servicenämnden\n2023-09-20\n\nRemiss om föreskrifter för inköp\n\nFöreskrifterna är nio sidor långa. Vi föreslår att nämnden tillstyrker förslaget. Förslag till beslut: nämnden tillstyrker förslaget.", DocumentType.Tjansteutlatande)]
    public void Minutes_and_reports_are_known_without_their_usual_titles(string text, DocumentType expected) => Assert.Equal(expected, TypeOf(text));

    [Theory]
    [InlineData("Bolaget ansöker om anstånd med svaret till den 20 oktober.")]
    [InlineData("Hej! Finns det möjlighet att få förlängd svarstid? Styrelsen möts först den 12 oktober.")]
    [InlineData("Vi hinner inte lämna yttrandet i tid. Skulle det gå bra att vi svarar först den 20 oktober?")]
    [InlineData("Bolaget hemställer om uppskov med svaret till den 27 oktober.")]
    [InlineData("Kan vi få några dagar extra på oss att svara på remissen?")]
    public void Asking_for_another_date_is_an_extension_request(string text) => Assert.Equal(DocumentType.Anstand, TypeOf(text));

    [Theory]
    [InlineData("Bolaget avstår från att yttra sig över remissen.")]
    [InlineData("Nämnden lämnar inget yttrande i ärendet.")]
    [InlineData("På grund av tidsbrist har bolaget inte möjlighet att besvara remissen.")]
    [InlineData("Vi har beretts tillfälle att yttra oss men avstår från att lämna synpunkter.")]
    [InlineData("Kommunen kommer inte att inkomma med något remissvar. Kommunen avböjer att svara.")]
    public void Declining_asks_for_nothing(string text)
    {
        var result = Texts.Classify(text + "\n");

        Assert.Equal(DocumentType.Avstar, result.Type);
        Assert.Equal(Stance.Avstar, result.Stance);
    }

    [Theory]
    [InlineData("Yttrande\n\nBolaget har beviljats anstånd till den 20 oktober och lämnar härmed sitt yttrande. Bolaget tillstyrker förslaget.")]
    [InlineData("Yttrande\n\nMyndigheten begränsar svaret till avsnitt 3 och avstår i övrigt från synpunkter. Myndigheten anser att kravet bör förtydligas.")]
    public void A_granted_extension_and_a_limited_answer_are_answers(string text) => Assert.Equal(DocumentType.Remissvar, TypeOf(text));

    [Theory]
    [InlineData("Vi bekräftar att ert remissvar har tagits emot och diarieförts.")]
    [InlineData("Hej! Tack för ert yttrande. Vi har registrerat handlingen i ärendet.")]
    [InlineData("Mottagningsbekräftelse\n\nEr handling har inkommit till registrator.")]
    public void An_acknowledgement_is_a_receipt(string text) => Assert.Equal(DocumentType.Kvittens, TypeOf(text));

    [Theory]
    [InlineData("Autosvar\n\nJag är på semester till den 14 augusti. Kontakta växeln vid brådskande ärenden.")]
    [InlineData("Pressmeddelande\n\nStaden och polisen tecknar ny överenskommelse. Det här är viktigt, säger borgarrådet i en kommentar. Presskontakt: kommunikationsavdelningen.")]
    [InlineData("Så svarar du på en remiss\n\nTänk på att ange diarienummer. Du kan skicka svaret med e-post. Denna vägledning gäller alla.")]
    [InlineData("Remiss\n\nPatienten har besvär i höger axel. Remitterande läkare på vårdcentralen önskar undersökning med röntgen.")]
    [InlineData("Utdrag ur protokoll\nLagrådet\n\nEnligt en lagrådsremiss har regeringen beslutat inhämta Lagrådets yttrande. Lagrådet lämnar förslaget utan erinran.")]
    public void What_is_neither_request_nor_answer_is_something_else(string text) => Assert.Equal(DocumentType.Ovrigt, TypeOf(text));

    [Fact]
    public void A_mail_that_only_carries_its_attachment_is_accepted_without_review()
    {
        var context = Texts.InFolder("sisab") with { Mail = Texts.From("anna@sisab.example"), HasAttachments = true };

        var result = Texts.Classify("Hej!\n\nHär kommer vårt svar på remissen, se bilaga.\n\nMed vänlig hälsning\nAnna Exempel\n", context);

        Assert.Equal(DocumentType.Ovrigt, result.Type);
        Assert.Equal(Stance.Oklart, result.Stance);
        Assert.False(result.Review, string.Join(" ", result.Reasons));
    }

    [Fact]
    public void A_mail_whose_body_is_the_answer_is_the_answer()
    {
        var context = Texts.InFolder("sisab") with { Mail = Texts.From("anna@sisab.example") };

        var result = Texts.Classify("Hej!\n\nSISAB har tagit del av samverkansöverenskommelsen, KS 2023/740, och har inget att invända mot förslaget.\n\nHälsningar\nAnna Exempel\n", context);

        Assert.Equal(DocumentType.Remissvar, result.Type);
        Assert.Equal(Stance.IngenErinran, result.Stance);
        Assert.False(result.Review, string.Join(" ", result.Reasons));
    }

    [Fact]
    public void The_history_quoted_in_a_mail_is_not_judged()
    {
        var result = Texts.Classify("""
            Hej!

            Vi har inget att invända mot förslaget.

            Från: Registrator
            Skickat: den 1 september 2023 10:00
            Till: Anna
            Ämne: Remiss

            Ni bereds härmed tillfälle att yttra er. Svaret ska lämnas senast den 2 oktober. Koncernledningen avstyrker förslaget.
            """, new ClassificationContext { Mail = Texts.From("anna@sisab.example") });

        Assert.Equal(DocumentType.Remissvar, result.Type);
        Assert.Equal(Stance.IngenErinran, result.Stance);
    }

    [Fact]
    public void A_mail_written_by_a_program_is_no_answer() =>
        Assert.Equal(DocumentType.Ovrigt, Texts.Classify("Jag är inte på plats. Ditt meddelande läses inte.\n",
            new ClassificationContext { Mail = Texts.From("a@b.example") with { AutoSubmitted = true } }).Type);

    [Fact]
    public void A_table_beside_an_answer_is_an_attachment()
    {
        var text = Texts.Styled("Bilaga 1\nAnmälda händelser\nOmråde\t2022\t2023\nNorr\t14\t12\nSöder\t20\t19\n");

        var result = new DocumentClassifier().Classify(text, new ClassificationContext { IsAttachment = true });

        Assert.Equal(DocumentType.Bilaga, result.Type);
    }

    [Fact]
    public void An_officers_report_to_a_board_is_a_tjansteutlatande_with_the_boards_stance()
    {
        var result = Texts.Classify("""
            TJÄNSTEUTLÅTANDE
            Handläggare: Bo Exempel
            Till Trafiknämnden

            Svar på remiss om trygghetsprogram

            Förslag till beslut
            Trafiknämnden beslutar att avstyrka förslaget och överlämna tjänsteutlåtandet som svar på remissen.

            Bakgrund
            Kommunstyrelsen har remitterat programmet till nämnden med svar senast den 2 oktober.

            """);

        Assert.Equal(DocumentType.Tjansteutlatande, result.Type);
        Assert.Equal(Stance.Avstyrker, result.Stance);
    }

    [Fact]
    public void Labels_other_than_answers_and_declines_take_no_stance() =>
        Assert.Equal(Stance.Oklart, Texts.Classify("Remiss\n\nVi remitterar härmed förslaget till er. Lämna svar senast den 2 oktober. Vi tillstyrker en tidig dialog.\n").Stance);

    private static DocumentType TypeOf(string text) => Texts.Classify(text + "\n").Type;
}
