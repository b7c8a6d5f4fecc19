using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Tests.Notifications.Graph;

/// <summary>Two cases whose recipients are reached in different ways, from dispatch to the weekly mail, through Graph.</summary>
public static class CasesABTests
{
    private static readonly Register Register = new(
    [
        new() { Id = "stadshus", Name = "Stadshus AB" },
        CompanyOf("vanligt", "entra-vanlig"),
        CompanyOf("annan-tenant", "guest-of-another-tenant"),
        CompanyOf("utan-entra", null),
        CompanyOf("utan-app", "without-app"),
        CompanyOf("full-brevlada", null),
    ]);

    [Fact]
    public static async Task Everyone_is_reached_by_the_channels_they_have_and_the_coordinator_is_told_of_the_rest()
    {
        await using var graph = await GraphOffice.OpenAsync("2023-09-11 09:00");
        graph.Server.Installed.UnionWith(["entra-vanlig", "00000000-0000-0000-0000-00000000000a"]);
        graph.Server.FullMailboxes.Add("svar@full-brevlada.example");
        foreach (var organisation in Register.Organisations)
            await graph.Office.Ledger.SaveAsync(organisation, TestContext.Current.CancellationToken);
        await graph.Office.OpenAsync(CaseOf("a-2023-1", "vanligt", "annan-tenant", "utan-entra"));
        await graph.Office.OpenAsync(CaseOf("b-2023-2", "vanligt", "utan-app", "full-brevlada"));

        await graph.Office.DispatchAsync();
        graph.Advance(Office.At("2023-10-03 09:00") - graph.Office.Time.GetUtcNow());
        await graph.Office.RemindAsync();
        await graph.Office.NoticeAsync();
        await graph.Office.ReportAsync();

        Assert.Equal(
            [
                "annan-tenant dispatch mail accepted", "annan-tenant dispatch teams not_installed",
                "annan-tenant reminder mail accepted", "annan-tenant reminder teams not_installed",
                "utan-entra dispatch mail accepted", "utan-entra reminder mail accepted",
                "vanligt dispatch mail accepted", "vanligt dispatch teams accepted",
                "vanligt reminder mail accepted", "vanligt reminder teams accepted",
            ],
            await OutcomesAsync(graph, "a-2023-1"));
        Assert.Equal(
            [
                "full-brevlada dispatch mail rejected", "full-brevlada reminder mail rejected",
                "utan-app dispatch mail accepted", "utan-app dispatch teams not_installed",
                "utan-app reminder mail accepted", "utan-app reminder teams not_installed",
                "vanligt dispatch mail accepted", "vanligt dispatch teams accepted",
                "vanligt reminder mail accepted", "vanligt reminder teams accepted",
            ],
            await OutcomesAsync(graph, "b-2023-2"));
        var notice = Assert.Single(graph.Server.Notifications, n => n.User == "00000000-0000-0000-0000-00000000000a").Body["previewText"]!["content"]!.GetValue<string>();
        Assert.Equal("1 utskick att kontrollera", notice);
        var weekly = Assert.Single(graph.Server.Sent, m => m["subject"]!.GetValue<string>().StartsWith("Remisser vecka", StringComparison.Ordinal));
        Assert.Contains("Mejlet om full-brevlada till svar@full-brevlada.example 3 oktober togs inte emot.", weekly["body"]!["content"]!.GetValue<string>(), StringComparison.Ordinal);
        var audit = await graph.Office.Ledger.ListAsync<AuditEntry>("b-2023-2", TestContext.Current.CancellationToken);
        Assert.Contains(audit, a => a is { What: "send_rejected", Why: "Graph svarade 400 ErrorMailRecipientMailboxFull." });
        Assert.Contains(audit, a => a.What == "send_not_installed");
        Assert.Empty(graph.Server.Breaches);
    }

    private static async Task<IEnumerable<string>> OutcomesAsync(GraphOffice graph, string caseId) =>
        (await graph.Office.Ledger.ReadAsync(caseId, default))!.Sends
            .Where(s => s.State is not SendState.Passed)
            .Select(s => $"{s.Organisation} {RemissJson.Label(s.Kind)} {RemissJson.Label(s.Channel)} {RemissJson.Label(s.State)}")
            .Order(StringComparer.Ordinal);

    private static Organisation CompanyOf(string id, string? entraId) => new()
    {
        Id = id,
        Name = id,
        Contacts = [new("Svarande", $"svar@{id}.example", ContactRole.Answerer, entraId)],
    };

    private static RemissCase CaseOf(string id, params string[] recipients) => Office.Case with { Id = id, Dnr = id, Recipients = recipients };
}
