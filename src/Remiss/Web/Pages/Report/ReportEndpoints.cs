using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Compilation;
using Remiss.Compilation.Attesting;
using Remiss.Compilation.Choices;
using Remiss.Compilation.Docx;
using Remiss.Web.Pages.Cases;
using Remiss.Web.Pages.Shell;
using Remiss.Web.Security;

namespace Remiss.Web.Pages.Report;

/// <summary>The report of a case: what it quotes, what the coordinator writes, its files, and its approval.</summary>
internal static class ReportEndpoints
{
    private const string Report = Addresses.Cases + "/{id}/rapport";

    /// <summary>A long answer has thousands of paragraphs, each with some fields.</summary>
    private const int MostFields = 50_000;

    private const int PieceSize = 1 << 17;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var report = endpoints.MapGroup(Report).AddEndpointFilter(TellOfTemplateAsync);
        var readers = report.MapGroup("").RequireAuthorization(AccessPolicies.Reader);
        readers.MapGet("", ShowAsync);
        readers.MapGet("tjansteutlatande.docx", DraftAsync);
        readers.MapGet("attesterad.docx", AttestedAsync);
        readers.MapGet("allt.zip", EverythingAsync);
        readers.MapGet("{organisation}", PassagesAsync);
        var coordinators = report.MapGroup("").RequireAuthorization(AccessPolicies.Coordinator);
        coordinators.MapPost("texter", SaveTextsAsync);
        coordinators.MapPost("{organisation}", SavePassagesAsync).WithFormOptions(valueCountLimit: MostFields);
        report.MapPost("attest", AttestAsync).RequireAuthorization(AccessPolicies.Approver);
    }

    private static async ValueTask<object?> TellOfTemplateAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (InvalidTemplateException e)
        {
            return Refusal.Of(StatusCodes.Status422UnprocessableEntity, "Rapporten kan inte göras med den valda mallen", string.Join(" ", e.Faults.Select(Sentence)));
        }
    }

    private static async Task<IResult> ShowAsync(string id, ReportDesk desk, CancellationToken cancellationToken) =>
        await desk.ReadAsync(id, cancellationToken) is { } view ? Show(view, TextsForm.Of(view.Choices), []) : CaseEndpoints.Missing(id);

    private static async Task<IResult> SaveTextsAsync(string id, IFormCollection form, HttpContext context, ReportDesk desk, CancellationToken cancellationToken)
    {
        var input = TextsForm.Read(form);
        var outcome = await desk.SaveAsync(
            id, view => TextsForm.SeenOf(view.Choices) == input.Seen ? input.Into(view.Choices) : null, Visitor.Of(context.User).Who, cancellationToken);
        if (outcome is ChoicesOutcome.Saved) return PageResult.Done(Addresses.Report(id), Notice.Saved);
        return await desk.ReadAsync(id, cancellationToken) is { } view
            ? Show(view, input with { Seen = TextsForm.SeenOf(view.Choices) }, FaultsOf(outcome))
            : CaseEndpoints.Missing(id);
    }

    private static async Task<IResult> PassagesAsync(string id, string organisation, ReportDesk desk, CancellationToken cancellationToken) =>
        await desk.ReadAsync(id, cancellationToken) is { } view ? Passages(view, organisation, null, []) : CaseEndpoints.Missing(id);

    private static async Task<IResult> SavePassagesAsync(
        string id, string organisation, IFormCollection form, HttpContext context, ReportDesk desk, CancellationToken cancellationToken)
    {
        var input = PassageForm.Read(form);
        var outcome = await desk.SaveAsync(id, view => Changed(view, organisation, input), Visitor.Of(context.User).Who, cancellationToken);
        if (outcome is ChoicesOutcome.Saved) return PageResult.Done($"{Addresses.Report(id)}/{Uri.EscapeDataString(organisation)}", Notice.Saved);
        return await desk.ReadAsync(id, cancellationToken) is { } view
            ? Passages(view, organisation, input with { Seen = PassageForm.SeenOf(view.ChoiceOf(organisation)) }, FaultsOf(outcome, organisation))
            : CaseEndpoints.Missing(id);
    }

    private static ReportChoices? Changed(ReportView view, string organisation, PassageForm input) =>
        PassageForm.SeenOf(view.ChoiceOf(organisation)) != input.Seen
            ? null
            : view.Choices with { Recipients = [.. view.Choices.Recipients.Where(r => r.Organisation != organisation), input.ToChoice(organisation)] };

    private static async Task<IResult> DraftAsync(string id, CompileHandler compile, CancellationToken cancellationToken) =>
        await compile.CompileAsync(id, coordinator: null, cancellationToken) is { } report
            ? Results.File(report.Document, CompileHandler.WordDocument, $"Tjansteutlatande {id}.docx")
            : CaseEndpoints.Missing(id);

    private static async Task<IResult> AttestedAsync(string id, AttestHandler attest, CancellationToken cancellationToken) =>
        await attest.ReadAsync(id, cancellationToken) is { } document
            ? Results.File(document, CompileHandler.WordDocument, $"Tjansteutlatande {id} attesterat.docx")
            : Refusal.Of(StatusCodes.Status404NotFound, "Det finns ingen attesterad rapport", "Rapporten är inte attesterad än, eller så är den gallrad.");

    private static async Task<IResult> EverythingAsync(string id, CompileHandler compile, ReportExport export, CancellationToken cancellationToken)
    {
        if (await compile.CompileAsync(id, coordinator: null, cancellationToken) is not { } report) return CaseEndpoints.Missing(id);
        var folder = Directory.CreateTempSubdirectory("remiss-report-");
        try
        {
            await export.WriteAsync(report, folder.FullName, cancellationToken);
            var archive = ReportExport.ArchiveName(id);
            // Held open, it outlives its name: the folder goes at once, the content when it has been sent. All bilagor together may be large.
            var content = new FileStream(Path.Combine(folder.FullName, archive), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, PieceSize, useAsync: true);
            return Results.Stream(content, "application/zip", archive);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IResult> AttestAsync(
        string id, IFormCollection form, HttpContext context, ReportDesk desk, AttestHandler attest, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context.User);
        if (await desk.ReadAsync(id, cancellationToken) is not { } view) return CaseEndpoints.Missing(id);
        var title = Notifications.SingleLine.Of(form["titel"].ToString(), 100);
        if (title.Length == 0 || form["last"] != "ja") return NotAttested(view, form, new("Skriv din titel och kryssa för att du har läst rapporten.", title.Length == 0 ? "titel" : null));

        byte[]? finished = null;
        if (form.Files.GetFile("fil") is { Length: > 0 } file)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken);
            finished = content.ToArray();
            if (!finished.AsSpan().StartsWith("PK\x03\x04"u8)) return NotAttested(view, form, new("Filen är inget Worddokument (.docx). Välj rapporten och försök igen.", "fil"));
        }

        await attest.AttestAsync(id, new(visitor.Name, title), finished, visitor.Who, cancellationToken);
        return PageResult.Done(Addresses.Report(id), Notice.Attested);
    }

    private static IResult NotAttested(ReportView view, IFormCollection form, FormFault fault) =>
        Show(view, TextsForm.Of(view.Choices), [fault.Text], SentForm.Of(form, fault.Field, fault.Text));

    private static IResult Show(ReportView view, TextsForm input, IReadOnlyList<string> faults, SentForm? sent = null) => PageResult.Show<ReportPage>(
        new Dictionary<string, object?>
        {
            [nameof(ReportPage.View)] = view,
            [nameof(ReportPage.Input)] = input,
            [nameof(ReportPage.Faults)] = faults,
            [nameof(ReportPage.Sent)] = sent,
        },
        faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static IResult Passages(ReportView view, string organisation, PassageForm? input, IReadOnlyList<string> faults)
    {
        if (view.Model.Answers.FirstOrDefault(a => a.Organisation == organisation) is not { } answer)
            return Refusal.Of(StatusCodes.Status404NotFound, "Det finns inget svar att återge", "Remissinstansen har inte svarat, eller är inte med i ärendet.");

        var document = view.Sources.Ledger.DocumentsOf(organisation).FirstOrDefault(d => d.Sha256 == view.Sources.Answers.GetValueOrDefault(organisation));
        return PageResult.Show<PassagesPage>(
            new Dictionary<string, object?>
            {
                [nameof(PassagesPage.Case)] = view.Sources.Ledger.Case,
                [nameof(PassagesPage.Answer)] = answer,
                [nameof(PassagesPage.Input)] = input ?? PassageForm.Of(view, answer, view.TextOf(organisation)),
                [nameof(PassagesPage.Document)] = document is null ? null : Addresses.Document(view.Sources.Ledger.Case.Id, document),
                [nameof(PassagesPage.Faults)] = faults,
            },
            faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <param name="organisation">That the page is about: it need not be told that.</param>
    private static IReadOnlyList<string> FaultsOf(ChoicesOutcome outcome, string organisation = "") => outcome switch
    {
        ChoicesOutcome.Refused refused => [.. refused.Faults.Select(f => Sentence(Without($"{organisation}: ", Without("recipients: ", f))))],
        ChoicesOutcome.ChangedMeanwhile => ["Någon annan har sparat något annat här medan du arbetade. Det du skrev står kvar nedan; spara igen om det ska gälla i stället."],
        _ => ["Det gick inte att spara."],
    };

    private static string Without(string beginning, string fault) => fault.StartsWith(beginning, StringComparison.Ordinal) ? fault[beginning.Length..] : fault;

    private static string Sentence(string fault) => Words.Capital(fault.TrimEnd('.') + ".");
}
