using Remiss.Cases;
using Remiss.Chaos.Inbox;
using Remiss.Intake;
using Remiss.Storage;

namespace Remiss.Chaos.Judging;

/// <summary>Documents, arrivals and recipients of one partition, and their lines in the audit log.</summary>
internal sealed class DocumentJudge(LeftIn left, Expected expected, Verdict verdict)
{
    public void Run()
    {
        var documents = left.Documents.ToDictionary(d => (d.Organisation, d.Sha256));
        foreach (var missing in expected.MustBe.Where(key => !documents.ContainsKey(key)))
            verdict.Breach($"LOST document {missing.Sha256} of {missing.Organisation} in {left.Partition}");
        foreach (var document in left.Documents) Document(document);
        Arrivals();
        foreach (var recipient in left.Recipients) Recipient(recipient);
    }

    private void Document(Document document)
    {
        var name = $"{document.Path} ({document.Sha256[..8]})";
        if (!expected.MayBe.TryGetValue((document.Organisation, document.Sha256), out var content))
        {
            verdict.Breach($"document {name} was never sent in");
            return;
        }

        var holds = content.Kind switch
        {
            ContentKind.Answer => document.State is DocumentState.Accepted && document.Counts,
            ContentKind.Empty => document.State is DocumentState.Unreadable,
            _ => document.State is DocumentState.Accepted or DocumentState.Review,
        };
        verdict.Check(holds, $"HALF document {name} of {content.Kind} ended {document.State}: {string.Join("; ", document.Reasons)} {document.LastError}");

        var subject = LedgerKeys.Document(document);
        var arrivals = left.Arrivals.Where(a => a.Organisation == document.Organisation && a.Sha256 == document.Sha256).ToList();
        verdict.Check(arrivals.Count > 0, $"HALF document {name} has no arrival");
        if (arrivals.Count > 0)
            verdict.Check(document.ArrivedAt == arrivals.Min(a => a.ArrivedAt), $"document {name} arrived {document.ArrivedAt:O}, its first arrival {arrivals.Min(a => a.ArrivedAt):O}");
        var received = left.Audit.Count(e => e.What == "document_received" && e.Why == document.Sha256 && arrivals.Any(a => a.Path == e.Subject));
        verdict.Check(received == 1, $"{(received > 1 ? "TWICE" : "LOST")} audit: {name} was received {received} times");
        var ended = left.Lines("document_accepted", subject) + left.Lines("document_review", subject);
        verdict.Check(
            ended == (document.State is DocumentState.Accepted or DocumentState.Review ? 1 : 0), $"{(ended > 1 ? "TWICE" : "LOST")} audit: {name} was judged {ended} times");
        verdict.Check(left.Lines($"document_{RemissJson.Label(document.State)}", subject) == 1, $"LOST audit: no line says that {name} is {document.State}");
        verdict.Check(
            left.Lines("document_failed", subject) == left.Lines("document_replayed", subject),
            $"audit: {name} failed {left.Lines("document_failed", subject)} times and was replayed {left.Lines("document_replayed", subject)} times");
    }

    private void Arrivals()
    {
        var direct = left.Arrivals.Where(a => a.Parent is null).ToDictionary(a => (a.Path, a.Version));
        foreach (var (path, version) in expected.MustArrive.Where(key => !direct.ContainsKey(key))) verdict.Breach($"LOST arrival {path} {version}");
        foreach (var (key, arrival) in direct)
        {
            if (!expected.Versions.TryGetValue(key, out var version))
            {
                verdict.Breach($"arrival {key.Path} {key.Version} was never sent in");
                continue;
            }

            verdict.Check(arrival.Sha256 == version.Content.Sha256, $"arrival {key.Path} has another content than was sent in");
            verdict.Check(arrival.StoredAt == version.StoredAt, $"arrival {key.Path} was stored {version.StoredAt:O}, its row says {arrival.StoredAt:O}");
            verdict.Check(version is not { IsReplaced: true, Content.Kind: ContentKind.Empty }, $"{key.Path} was received while it was empty, and again when it was filled");
        }

        foreach (var arrival in left.Arrivals)
        {
            var lines = left.Audit.Count(e => e.What is "document_received" or "duplicate_received" && e.Subject == arrival.Path && e.Why == arrival.Sha256);
            var rows = left.Arrivals.Count(a => a.Path == arrival.Path && a.Sha256 == arrival.Sha256);
            verdict.Check(lines == rows, $"audit: {rows} arrivals of {arrival.Path} have {lines} lines");
        }

        foreach (var mail in left.Documents.Where(d => expected.MayBe.TryGetValue((d.Organisation, d.Sha256), out var content) && content.Attached.Count > 0))
        {
            var attached = left.Arrivals.Count(a => a.Parent == mail.Sha256 && a.Organisation == mail.Organisation);
            var wanted = expected.MayBe[(mail.Organisation, mail.Sha256)].Attached.Count;
            verdict.Check(attached == wanted, $"{(attached > wanted ? "TWICE" : "LOST")} attachments: {mail.Path} has {attached} of {wanted}");
        }
    }

    private void Recipient(Recipient recipient)
    {
        var answers = left.Documents.Where(d => d.Organisation == recipient.Organisation && d.Counts).ToList();
        var newest = answers.MaxBy(d => (d.ArrivedAt, d.Classification?.Date ?? DateOnly.MinValue, d.Sha256));
        var status = newest is null ? RecipientStatus.Awaiting : RecipientStatus.Responded;
        var name = $"{recipient.Organisation} in {left.Partition}";
        verdict.Check(recipient.Status == status, $"recipient {name} is {recipient.Status}, not {status}");
        verdict.Check(recipient.Answer == newest?.Sha256, $"recipient {name} has answer {recipient.Answer?[..8]}, not the newest {newest?.Sha256[..8]}");
        foreach (var answer in answers)
            verdict.Check(answer.SupersededBy is null == (answer == newest), $"{answer.Path} ({answer.Sha256[..8]}) is superseded by {answer.SupersededBy?[..8] ?? "none"}");
        if (newest is not null)
            verdict.Check(left.Lines("recipient_responded", LedgerKeys.Recipient(recipient.Organisation)) > 0, $"LOST audit: no line says that {name} has answered");
    }
}
