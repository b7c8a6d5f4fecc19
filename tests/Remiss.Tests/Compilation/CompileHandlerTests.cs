using Remiss.Compilation.Docx;
using Remiss.Intake.Classification;

namespace Remiss.Tests.Compilation;

public sealed class CompileHandlerTests
{
    private readonly CaseInProgress inProgress = new();

    [Fact]
    public async Task The_draft_is_stored_as_the_ledger_the_register_and_the_texts_say()
    {
        AddAnswers();
        var stored = await StoredCase.OfAsync(inProgress);

        var report = await stored.Compile.CompileAsync("ks-2023-740", coordinator: null, TestContext.Current.CancellationToken);

        using var expected = new MemoryStream();
        ReportWriter.Write(inProgress.Compile(), expected);
        Assert.Equal("ks-2023-740/tjansteutlatande.docx", report!.BlobName);
        Assert.Equal(expected.ToArray(), report.Document);
        Assert.Equal(expected.ToArray(), stored.Blobs["compiled/ks-2023-740/tjansteutlatande.docx"]);
    }

    [Fact]
    public async Task The_coordinator_who_compiles_signs()
    {
        AddAnswers();
        var other = CaseInProgress.Coordinator with { Name = "Olle Annansson" };

        var report = await (await StoredCase.OfAsync(inProgress)).Compile.CompileAsync("ks-2023-740", other, TestContext.Current.CancellationToken);

        Assert.Equal("Olle Annansson", report!.Model.Heading.Coordinator);
    }

    [Fact]
    public async Task A_case_that_is_not_registered_gives_nothing()
    {
        var stored = new StoredCase();

        Assert.Null(await stored.Compile.CompileAsync("ks-2023-741", coordinator: null, TestContext.Current.CancellationToken));
        Assert.Empty(stored.Blobs);
    }

    [Fact]
    public async Task A_template_in_the_settings_that_is_not_there_is_told()
    {
        AddAnswers();
        var stored = await StoredCase.OfAsync(inProgress);
        stored.Options.Template = "ingenstans.docx";

        var e = await Assert.ThrowsAsync<InvalidTemplateException>(() => stored.Compile.CompileAsync("ks-2023-740", null, TestContext.Current.CancellationToken));

        Assert.Equal("ingenstans.docx: mallen finns inte eller kan inte läsas. Kontrollera sökvägen.", e.Message);
    }

    private void AddAnswers()
    {
        inProgress.Recipient("sisab", "SISAB").Recipient("hem", "AB Stockholmshem").Recipient("tyst");
        inProgress.Counts(inProgress.Add("sisab", stance: Stance.Tillstyrker, text: "Vi tillstyrker.", passages: ["Vi tillstyrker."]));
        inProgress.Counts(inProgress.Add("hem", text: "Vi lämnar synpunkter.", format: "docx", parent: "mail"));
        inProgress.Add("hem", type: DocumentType.Bilaga, fileName: "karta.pdf", parent: "mail");
    }
}
