using Remiss.Intake.Classification;

namespace Remiss.Tests.Intake.Classification;

public class StanceTests
{
    private const string Opening = "Yttrande\n\nBolaget har beretts tillfälle att yttra sig över remissen. ";

    [Theory]
    [InlineData("Bolaget tillstyrker förslaget.")]
    [InlineData("Mot den bakgrunden tillstyrker bolaget förslaget.")]
    [InlineData("Förslaget tillstyrks.")]
    [InlineData("Vi ställer oss helt och fullt bakom förslaget.")]
    [InlineData("Bolaget står bakom överenskommelsen i sin helhet.")]
    [InlineData("Bolaget stödjer förslaget.")]
    [InlineData("Bolaget är mycket positivt till förslaget.")]
    [InlineData("Bolaget ställer sig sammantaget positivt till förslaget.")]
    [InlineData("Bolaget välkomnar förslaget.")]
    [InlineData("Bolaget till-styrker 0ckså f6rslaget.")]
    public void Approval_in_any_words_is_approval(string sentence) => Assert.Equal(Stance.Tillstyrker, StanceOf(sentence));

    [Theory]
    [InlineData("Bolaget tillstyrker förslaget under förutsättning att finansieringen säkras.")]
    [InlineData("Bolaget tillstyrker i huvudsak förslaget.")]
    [InlineData("Bolaget ställer sig bakom förslaget men anser att ansvaret måste beskrivas tydligare.")]
    [InlineData("Bolaget är positivt till förslaget. Samtidigt saknar bolaget en tidplan för genomförandet.")]
    [InlineData("Bolaget tillstyrker förslaget med de synpunkter som framgår nedan.")]
    [InlineData("Bolaget har i huvudsak inget att erinra men anser att avsnittet om ansvar måste ändras.")]
    [InlineData("Bolaget har inget att invända, förutsatt att kostnaderna täcks.")]
    public void Approval_with_conditions_or_remarks_is_told_apart(string sentence) =>
        Assert.Equal(Stance.TillstyrkerMedSynpunkter, StanceOf(sentence));

    [Theory]
    [InlineData("Bolaget har inget att erinra.")]
    [InlineData("Bolaget har ingen erinran mot förslaget.")]
    [InlineData("Bolaget har inte något att invända mot förslaget.")]
    [InlineData("Vi har inga synpunkter på förslaget.")]
    [InlineData("Bolaget har inga invändningar eller avvikande synpunkter.")]
    [InlineData("Inget att erinra.")]
    [InlineData("Det finns ingenting att invända mot remissen.")]
    [InlineData("Bolaget motsätter sig inte förslaget.")]
    [InlineData("Bolaget har inget att erinra. Bolaget vill framhålla att samarbetet redan fungerar väl.")]
    [InlineData("Bolaget har inga invändningar mot förslaget till övergripande överenskommelse. Rutinerna bör följas upp.")]
    [InlineData("I de delar som berör bolagets verksamhet finns inget att erinra.")]
    public void No_objection_is_its_own_stance(string sentence) => Assert.Equal(Stance.IngenErinran, StanceOf(sentence));

    [Theory]
    [InlineData("Bolaget avstyrker förslaget.")]
    [InlineData("Bolaget kan inte tillstyrka förslaget.")]
    [InlineData("Bolaget tillstyrker inte förslaget.")]
    [InlineData("Bolaget ställer sig inte bakom förslaget.")]
    [InlineData("Vi motsätter oss förslaget.")]
    [InlineData("Vi säger bestämt nej till förslaget.")]
    [InlineData("Förslaget behöver kompletteras väsentligt innan det kan läggas till grund för ett beslut.")]
    [InlineData("Bolaget är negativt till förslaget.")]
    [InlineData("Bolaget anser inte att förslaget bör genomföras.")]
    [InlineData("Bolaget är inte positivt till förslaget.")]
    [InlineData("Bolaget vill att regeringen drar tillbaka förslaget.")]
    [InlineData("Enligt bolagets mening bör förslaget inte leda till lagstiftning.")]
    [InlineData("Bolaget anser att promemorian har sådana brister att den bör arbetas om.")]
    [InlineData("Bolagets uppfattning är att förslaget bör avslås.")]
    public void Rejection_and_negated_approval_are_rejection(string sentence) => Assert.Equal(Stance.Avstyrker, StanceOf(sentence));

    [Theory]
    [InlineData("Bolaget tillstyrker förslaget om uppföljning men avstyrker förslaget om nya avgifter.")]
    [InlineData("Bolaget tillstyrker i huvudsak förslaget. Bolaget avstyrker dock förslaget om särskild avgift.")]
    [InlineData("Bolaget ställer sig bakom förslaget med undantag för kravet på registrering, som bolaget avstyrker.")]
    [InlineData("Bolaget tillstyrker:\n- förslaget om årlig uppföljning\n- förslaget om lägesbilder\nBolaget avstyrker:\n- förslaget om ny rapportering")]
    [InlineData("Bolaget ställer sig positivt till förslaget om zoner men negativt till förslaget om avgifter.")]
    [InlineData("Vi är positiva till förslaget men motsätter oss att bolagen ska betala.")]
    public void Approving_one_thing_and_rejecting_another_is_partial_rejection(string sentence) =>
        Assert.Equal(Stance.DelvisAvstyrker, StanceOf(sentence));

    [Theory]
    [InlineData("Utredningen avstyrker en ny avgift.")]
    [InlineData("Polismyndigheten tillstyrker förslaget.")]
    [InlineData("Flera remissinstanser avstyrkte ett liknande förslag.")]
    [InlineData("Bolaget noterar att utredaren tillstyrker en sådan ordning.")]
    [InlineData("De instanser som avstyrker förslaget pekar på kostnaderna.")]
    [InlineData("Förslaget avstyrks av regeringen.")]
    [InlineData("I remissen står: ”vi tillstyrker en ny modell” utan närmare motiv.")]
    [InlineData("Bolaget avstyrkte i sitt förra yttrande ett liknande förslag.")]
    [InlineData("Om nämnden skulle avstyrka förslaget uppstår frågan om ersättning.")]
    [InlineData("Bör bolaget tillstyrka förslaget?")]
    public void Anothers_stance_is_not_the_senders(string sentence) => Assert.Equal(Stance.Oklart, StanceOf(sentence));

    [Theory]
    [InlineData("Bolaget instämmer i ambitionen att öka tryggheten.")]
    [InlineData("Bolaget ser positivt på syftet med förslaget.")]
    [InlineData("Bolaget välkomnar att frågan ses över.")]
    [InlineData("Bolaget har inga synpunkter på preciseringarna.")]
    [InlineData("I övrigt har bolaget inga synpunkter.")]
    [InlineData("Bolaget begränsar svaret till avsnitt 4 och avstår i övrigt från synpunkter.")]
    [InlineData("Bolaget delar målsättningen att minska brottsligheten.")]
    public void Praise_of_an_aim_or_a_part_is_no_stance_on_the_whole(string sentence) => Assert.Equal(Stance.Oklart, StanceOf(sentence));

    [Theory]
    [InlineData("Bolaget till-\nstyrker förslaget.", Stance.Tillstyrker)]
    [InlineData("Bolaget har inte något att in-\n   vända mot förslaget.", Stance.IngenErinran)]
    public void A_word_that_a_line_break_has_cut_is_one_word(string sentence, Stance wanted) => Assert.Equal(wanted, StanceOf(sentence));

    [Theory]
    [InlineData("Ulf Exempel (V) föreslår att bolaget ska avstyrka förslaget.")]
    [InlineData("Eva Exempel (KD) vill att förslaget avslås.")]
    public void What_a_member_proposes_in_the_room_is_not_the_senders_stance(string sentence) => Assert.Equal(Stance.Oklart, StanceOf(sentence));

    [Theory]
    [InlineData("Nämnden ser mycket positivt på förslaget men tar inte ställning till det.")]
    [InlineData("Förslaget är bra på många sätt. Meningarna i styrelsen går isär och bolaget tar därför inte ställning till förslaget.")]
    public void Who_takes_no_stance_is_never_accepted_with_one(string sentence)
    {
        var result = Texts.Classify(Opening + sentence);

        Assert.True(result.Review || result.Stance == Stance.Oklart, $"{result.Stance} {result.StanceConfidence}");
    }

    [Fact]
    public void A_stance_under_a_numbered_heading_is_about_that_part()
    {
        var result = Texts.Classify(Opening + "\n3.2 Definitioner\nBolaget har inga invändningar mot förslaget i denna del.\n"
            + "4.1 Avtal\nBolaget tillstyrker förslaget.\n4.3 Avgifter\nBolaget avstyrker förslaget, som inte är utrett.\n");

        Assert.Equal(Stance.DelvisAvstyrker, result.Stance);
    }

    [Fact]
    public void What_speaks_for_another_stance_is_told()
    {
        const string text = Opening + "Bolaget tillstyrker förslaget. Bolaget avstyrker förslaget om ny avgift. Bolaget har inget att erinra mot förslaget i övrigt.";

        Assert.Contains(Texts.Classify(text).Evidence, e => e.Label == "stance_rival" && e.Rule.EndsWith("men i en del", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_without_a_stance_can_be_accepted_as_such()
    {
        var result = Texts.Classify(Opening + "Samordningsansvaret bör tydliggöras. Bolaget efterfrågar en plan för uppföljning.");

        Assert.Equal(Stance.Oklart, result.Stance);
        Assert.False(result.Review);
        Assert.True(result.StanceConfidence >= 0.85);
    }

    [Fact]
    public void Two_formal_decisions_are_sure_enough()
    {
        var result = Texts.Classify(Opening + "Bolaget tillstyrker förslaget i de delar som avser lägesbilder. Bolaget avstyrker avsnitt 5.2 om delning av uppgifter. "
            + "Bolaget kan däremot inte tillstyrka att fastighetsägare ska lämna uppgifter om hyresgäster.");

        Assert.Equal(Stance.DelvisAvstyrker, result.Stance);
        Assert.False(result.Review, string.Join(" ", result.Reasons));
    }

    [Fact]
    public void The_stance_names_the_sentence_and_the_rule_that_decided_it()
    {
        const string text = Opening + "Samordningen är viktig. Bolaget avstyrker förslaget. Kostnaden är okänd.";

        var stance = Assert.Single(Texts.Classify(text).Evidence, e => e.Label == "stance");

        Assert.Equal("Bolaget avstyrker förslaget.", text.Substring(stance.Start, stance.Length));
        Assert.Equal("avsändaren avstyrker", stance.Rule);
    }

    [Fact]
    public void The_view_of_an_earlier_round_counts_when_it_is_upheld() =>
        Assert.Equal(Stance.Avstyrker, StanceOf("Bolaget vidhåller sin inställning i det tidigare remissvaret och avstyrker förslaget."));

    [Fact]
    public void A_recipient_of_another_kind_does_not_lend_its_stance_to_a_company()
    {
        var result = Texts.Classify(
            "SISAB\nYttrande över KS 2023/740\n\nSISAB har beretts tillfälle att yttra sig. Nämnden avstyrker förslaget. Bolaget har inget att erinra.",
            Texts.InFolder("sisab"));

        Assert.Equal(Stance.IngenErinran, result.Stance);
    }

    [Fact]
    public void Reservations_are_not_the_senders_stance()
    {
        var result = new DocumentClassifier().Classify(Texts.Styled("""
            # Yttrande
            Nämnden har beretts tillfälle att yttra sig över förslaget.
            # Nämndens synpunkter
            Nämnden tillstyrker förslaget.
            # Reservation
            Vi avstyrker förslaget i dess helhet.
            """), Texts.Unknown);

        Assert.Equal(Stance.Tillstyrker, result.Stance);
    }

    private static Stance StanceOf(string sentence) => Texts.Classify(Opening + sentence + "\n").Stance;
}
