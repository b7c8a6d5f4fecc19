using Remiss.Cases;
using Remiss.Dispatch;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Reminders;
using Remiss.Reports;
using Remiss.Storage;

namespace Remiss.Local.Runs;

/// <summary>Every mail that the product sends, about the sample case on the Tuesday after its deadline.</summary>
internal sealed class MailPreviews(RemissCase remissCase, Register register, MailRenderer renderer, WeeklyReportRun weekly)
{
    private const string Name = "Ebba Exempelgren";

    private static readonly DateTimeOffset Now = SwedishTime.At(new(2023, 10, 10), new(8, 0));
    private static readonly DateOnly Later = new(2023, 10, 20);
    private static readonly Uri Page = new("https://remiss.example/");

    public async Task<IReadOnlyList<MailPreview>> AllAsync()
    {
        List<MailPreview> previews = [];
        foreach (var (name, letter) in Letters())
            previews.Add(new(name, letter.Subject, await renderer.RenderAsync($"Remiss {remissCase.Dnr}", letter), PlainText.Of(letter)));

        var status = Weekly();
        var notice = DailyNotice.Of(status).ToLetter("Ylva Provlund", Page);
        previews.Add(new("dagens-notis", notice.Subject, await renderer.RenderAsync("Remisshanteringen", notice), PlainText.Of(notice)));
        previews.Add(new("veckobrev", ReportWords.Subject(status), await weekly.RenderAsync(status), WeeklyText.Of(status)));
        return previews;
    }

    private IEnumerable<(string Name, Letter Letter)> Letters()
    {
        var answers = Ledger().DocumentsOf("sisab").ToList();
        yield return ("underremiss", RequestLetter.To(Owed("sisab", 1, new(2023, 9, 11)), Name));
        yield return ("paminnelse-fore", ReminderLetter.ToAnswerer(Owed("sga-fastigheter", 2, new(2023, 10, 3)), Name));
        yield return ("paminnelse-sista-dagen", ReminderLetter.ToAnswerer(Owed("sga-fastigheter", 3, new(2023, 10, 6)), Name));
        yield return ("paminnelse-forsenad", ReminderLetter.ToAnswerer(Owed("sga-fastigheter", 4, new(2023, 10, 10)), Name));
        yield return ("eskalering-bolaget", ReminderLetter.ToEscalationContact(Owed("sga-fastigheter", 4, new(2023, 10, 10)), "Love Exempelhed"));
        yield return ("eskalering-handlaggaren", EscalationLetter.To(Owed("sga-fastigheter", 4, new(2023, 10, 10)), "Ylva Provlund"));
        yield return ("kvittens", ReceiptLetter.ToSender(Owed("sisab", 1, new(2023, 9, 27)), Name, answers));
        yield return ("kopia-till-registrator", ReceiptLetter.ToRegistrar(Owed("sisab", 2, new(2023, 9, 27)), "Registrator", answers[0], isAttached: true));
        yield return ("anstand-beviljat", DecisionLetter.Granted(Owed("bostadsformedlingen", 1, new(2023, 10, 4), Later), Name));
        yield return ("anstand-avslaget", DecisionLetter.Refused(Owed("bostadsformedlingen", 2, new(2023, 10, 4)), Name));
        yield return ("ny-sista-dag", DecisionLetter.Moved(Owed("bostadsformedlingen", 1, new(2023, 10, 4), Later), Name));
        yield return ("komplettering", DecisionLetter.Completion(
            Owed("sisab", 3, new(2023, 9, 28)), Name, new("Styrelsens protokoll saknas. Skicka det tillsammans med yttrandet.", new(2023, 10, 4), "")));
    }

    private OwedAnswer Owed(string organisation, int slot, DateOnly today, DateOnly? deadline = null) => new(
        Ledger(),
        RecipientOf(organisation, 1, RecipientStatus.Awaiting) with { Deadline = deadline ?? remissCase.RecipientDeadline },
        register,
        slot,
        today,
        new NotificationOptions().HowToAnswerIn(remissCase.Id, organisation))
    {
        UploadPage = new Uri(Page, $"{remissCase.Id}/{organisation}"),
    };

    private WeeklyStatus Weekly() => WeeklyStatus.Of(
        [Ledger()], [DocumentOf("_", "Skannat 0001.pdf", DocumentState.NeedsOcr, DocumentType.Ovrigt, Stance.Oklart)], [WeeklyOf(SendState.Unknown)], register, Now);

    private CaseLedger Ledger()
    {
        var answer = DocumentOf("sisab", "Remissvar SISAB.pdf", DocumentState.Accepted, DocumentType.Remissvar, Stance.TillstyrkerMedSynpunkter);
        var decline = DocumentOf("stokab", "Avstår.pdf", DocumentState.Accepted, DocumentType.Avstar, Stance.Avstar);
        var unclear = DocumentOf("micasa", "Yttrande.docx", DocumentState.Review, DocumentType.Remissvar, Stance.Oklart) with
        {
            Reasons = ["Brevhuvudet nämner ett annat bolag."],
        };
        var failed = DocumentOf("stockholm-vatten", "Svar.docx", DocumentState.Failed, DocumentType.Ovrigt, Stance.Oklart) with
        {
            Reasons = ["Läsningen misslyckades upprepade gånger: tiden gick ut."],
        };
        var recipients = remissCase.Recipients.Select((id, index) => id switch
        {
            "sisab" => RecipientOf(id, index + 1, RecipientStatus.Responded) with { Answer = answer.Sha256 },
            "stokab" => RecipientOf(id, index + 1, RecipientStatus.Declined) with { Answer = decline.Sha256 },
            "bostadsformedlingen" => RecipientOf(id, index + 1, RecipientStatus.Awaiting) with
            {
                Extension = new(ExtensionState.Requested, new(2023, 10, 5), new(2023, 10, 20), ""),
            },
            _ => RecipientOf(id, index + 1, RecipientStatus.Awaiting),
        });
        return new(remissCase, [.. recipients], [answer, decline, unclear, failed], [],
        [
            SendOf("sga-fastigheter", new(2023, 10, 3), SendState.Accepted),
            SendOf("sga-fastigheter", new(2023, 10, 6), SendState.Unknown),
        ]);
    }

    private Recipient RecipientOf(string organisation, int order, RecipientStatus status) => new()
    {
        Organisation = organisation,
        Order = order,
        Status = status,
        Deadline = remissCase.RecipientDeadline,
        DeadlineSince = remissCase.RemittedOn,
    };

    private Document DocumentOf(string organisation, string file, DocumentState state, DocumentType type, Stance stance) => new()
    {
        Organisation = organisation,
        Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file))),
        Path = $"{remissCase.Id}/{organisation}/{file}",
        Size = 1,
        State = state,
        ArrivedAt = SwedishTime.At(new(2023, 10, 5), new(10, 15)),
        Classification = new() { Type = type, TypeConfidence = 1, Stance = stance, StanceConfidence = 1, Review = false, Date = new(2023, 10, 4) },
    };

    private static Send WeeklyOf(SendState state) => new()
    {
        Kind = SendKind.Weekly,
        Organisation = "_",
        Deadline = new(2023, 10, 2),
        Slot = 40,
        Channel = Channel.Workflow,
        Contact = "teams-channel",
        State = state,
        At = SwedishTime.At(new(2023, 10, 2), new(8, 0)),
    };

    private Send SendOf(string organisation, DateOnly day, SendState state) => new()
    {
        Kind = SendKind.Reminder,
        Organisation = organisation,
        Deadline = remissCase.RecipientDeadline,
        Slot = 2,
        Channel = Channel.Mail,
        Contact = register[organisation].Contacts[0].Mail,
        State = state,
        At = SwedishTime.At(day, new(8, 0)),
    };
}

internal sealed record MailPreview(string Name, string Subject, string Html, string Text);
