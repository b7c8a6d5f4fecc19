using Remiss.Intake.Classification;

namespace Remiss.Tests.Intake.Classification;

public class PassageTests
{
    private const string Answer = """
        SISAB
        2023-09-14
        Till Stockholms Stadshus AB

        Yttrande över remiss KS 2023/740

        SISAB har beretts tillfälle att yttra sig över samverkansöverenskommelsen.

        Bakgrund
        Utredningen föreslår att samtliga bolag ska delta i arbetet och anser att polisen bör leda det.

        Bolagets synpunkter
        Bolaget ställer sig bakom överenskommelsen. Skolorna i de berörda områdena är många. Bolaget anser att arbetet med otrygga platser behöver en tydlig samordnare, t.ex. en utsedd person vid varje förvaltning. Bolaget önskar att bli involverat i de lokala överenskommelserna.

        Bolaget efterfrågar särskilt:
        - en plan för uppföljning
        - gemensamma lägesbilder

        Med vänlig hälsning
        Anna Exempel
        VD

        """;

    [Fact]
    public void Passages_are_whole_sentences_as_exact_ranges_in_text_order()
    {
        var passages = Texts.Classify(Answer, Texts.InFolder("sisab")).Passages;

        Assert.Equal(
            [
                (PassageKind.Stance, "Bolaget ställer sig bakom överenskommelsen."),
                (PassageKind.Point, "Bolaget anser att arbetet med otrygga platser behöver en tydlig samordnare, t.ex. en utsedd person vid varje förvaltning."),
                (PassageKind.Request, "Bolaget önskar att bli involverat i de lokala överenskommelserna."),
                (PassageKind.Request, "Bolaget efterfrågar särskilt:\n- en plan för uppföljning\n- gemensamma lägesbilder"),
            ],
            passages.Select(p => (p.Kind, Answer.Substring(p.Start, p.Length))));
    }

    [Fact]
    public void Passages_are_mapped_to_topics_by_title_words_and_keywords()
    {
        var passages = Texts.Classify(Answer, Texts.InFolder("sisab")).Passages;

        Assert.Equal([null, "platser", null, "uppfoljning"], passages.Select(p => p.Topic));
    }

    [Fact]
    public void A_sentence_that_leans_on_the_one_before_is_quoted_last()
    {
        const string text = "Yttrande\n\nBolaget har beretts tillfälle att yttra sig över planen. Bolaget tillstyrker planen. "
            + "Den bör ändras på tre punkter. Avgiften bör sänkas för mindre hushåll. Ansvaret bör läggas på kommunen. Tillsynen bör samlas hos en myndighet. Reglerna bör gälla från årsskiftet.\n";

        var passages = Texts.Classify(text).Passages.Select(p => text.Substring(p.Start, p.Length)).ToList();

        Assert.Contains("Bolaget tillstyrker planen.", passages);
        Assert.Contains("Reglerna bör gälla från årsskiftet.", passages);
        Assert.DoesNotContain("Den bör ändras på tre punkter.", passages);
    }

    [Fact]
    public void The_proposals_own_words_are_never_quoted() =>
        Assert.DoesNotContain(Texts.Classify(Answer, Texts.InFolder("sisab")).Passages,
            p => Answer.Substring(p.Start, p.Length).Contains("Utredningen", StringComparison.Ordinal));

    [Fact]
    public void An_answer_without_telling_words_is_still_quoted()
    {
        const string text = "Yttrande\n\nBolaget har beretts tillfälle att yttra sig över förslaget. Samarbetet i förorten fungerar redan väl i vardagen.\n";

        Assert.NotEmpty(Texts.Classify(text).Passages);
    }

    [Fact]
    public void A_long_answer_is_given_in_at_most_six_passages()
    {
        var points = string.Join("\n", Enumerable.Range(1, 40).Select(i => $"Bolaget anser att punkt {i} i programmet behöver förtydligas före beslut."));

        var passages = Texts.Classify("Yttrande\n\nBolaget tillstyrker förslaget i sin helhet.\n" + points + "\n").Passages;

        Assert.InRange(passages.Count, 2, 6);
        Assert.Equal(PassageKind.Stance, passages[0].Kind);
    }

    [Fact]
    public void A_sentence_cut_by_a_line_break_is_quoted_whole()
    {
        const string text = "Yttrande\n\nBolaget har beretts tillfälle att yttra sig. Bolaget anser att det pågående\n\n2 (3)\n\narbetet i området behöver följas upp varje år.\n";

        var passage = Assert.Single(Texts.Classify(text).Passages, p => p.Kind == PassageKind.Point);

        Assert.Equal("Bolaget anser att det pågående\n\n2 (3)\n\narbetet i området behöver följas upp varje år.", text.Substring(passage.Start, passage.Length));
    }

    [Fact]
    public void Pages_are_those_of_the_text()
    {
        const string first = "Yttrande\n\nBolaget har beretts tillfälle att yttra sig över förslaget till program.\n";
        const string second = "Bolaget tillstyrker förslaget i sin helhet.\n";
        var text = Texts.Plain(first + second) with { Pages = [new(0, first.Length), new(first.Length, second.Length)] };

        var stance = Assert.Single(new DocumentClassifier().Classify(text, Texts.Unknown).Passages, p => p.Kind == PassageKind.Stance);

        Assert.Equal(2, stance.Page);
    }

    [Fact]
    public void Every_range_lies_in_the_text_whatever_the_text_holds()
    {
        foreach (var seed in Enumerable.Range(1, 200))
        {
            var random = new Random(seed);
            var parts = Answer.Split(' ');
            random.Shuffle(parts);
            var text = string.Join(random.Next(3) == 0 ? "\n" : " ", parts.Take(random.Next(parts.Length)));

            var result = Texts.Classify(text, Texts.InFolder("sisab"));

            Assert.All(result.Passages, p => Assert.False(string.IsNullOrWhiteSpace(text.Substring(p.Start, p.Length))));
            Assert.All(result.Evidence, e => Assert.True(e.Start >= 0 && e.Start + e.Length <= text.Length));
        }
    }
}
