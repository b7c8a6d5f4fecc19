using System.Text.Json;
using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Reminders;

public static class ReminderRunTests
{
    [Fact]
    public static async Task Those_who_owe_an_answer_get_mail_and_those_with_Teams_a_notification_too()
    {
        var office = await Office.OpenAsync("2023-10-03 08:00");

        await office.RemindAsync();

        Assert.Equal(
            ["svar@hem.example", "svar@sisab.example"],
            office.Mails.Select(m => Assert.Single(m.To.Mailboxes).Address).Order());
        Assert.All(office.Mails, m => Assert.Equal("Påminnelse: svar på remiss KS 2023/740 senast 6 oktober 2023", m.Subject));
        var teams = Assert.Single(Teams(office));
        Assert.Equal(("00000000-0000-0000-0000-00000000000b", "Svarande Ett"), (teams.ToEntraId, teams.ToName));
        Assert.InRange(teams.Preview.Length, 1, 150);
    }

    [Fact]
    public static async Task Running_again_sends_nothing_more()
    {
        var office = await Office.OpenAsync("2023-10-03 08:00");
        await office.RemindAsync();
        var (blobs, changes) = (office.Storage.Blobs.Count, office.Storage.Changes);

        await office.RemindAsync();
        office.Clock.Advance(TimeSpan.FromHours(25));
        await office.RemindAsync();

        Assert.Equal((blobs, changes), (office.Storage.Blobs.Count, office.Storage.Changes));
    }

    [Fact]
    public static async Task Several_workers_at_once_send_what_one_would()
    {
        var one = await Office.OpenAsync("2023-10-10 08:00");
        await one.RemindAsync();
        var many = await Office.OpenAsync("2023-10-10 08:00");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(many.RemindAsync)));

        Assert.Equal(one.Storage.Blobs.Keys.Order(), many.Storage.Blobs.Keys.Order());
        Assert.Equal(States(await one.SendsAsync()), States(await many.SendsAsync()));
    }

    [Fact]
    public static async Task A_worker_that_dies_anywhere_loses_nothing_and_sends_nothing_twice()
    {
        var whole = await Office.OpenAsync("2023-10-10 08:00");
        await whole.RemindAsync();
        var setUp = (await Office.OpenAsync("2023-10-10 08:00")).Storage.Changes;

        for (var death = 2 * setUp + 1; death <= 2 * whole.Storage.Changes; death++)
        {
            var office = await Office.OpenAsync("2023-10-10 08:00");
            office.Storage.DieAt = death;
            await Assert.ThrowsAsync<AggregateException>(office.RemindAsync);

            await office.RemindAsync();

            Assert.Equal(whole.Storage.Blobs.Keys.Order(), office.Storage.Blobs.Keys.Order());
            Assert.Equal(States(await whole.SendsAsync()), States(await office.SendsAsync()));
        }
    }

    [Fact]
    public static async Task One_failure_does_not_keep_the_others_from_being_reminded()
    {
        var office = await Office.OpenAsync("2023-10-03 08:00");
        office.Storage.DieAt = 2 * office.Storage.Changes + 1;

        await Assert.ThrowsAsync<AggregateException>(office.RemindAsync);

        Assert.Contains(office.Mails, m => m.To.Mailboxes.Single().Address == "svar@hem.example");
    }

    [Fact]
    public static async Task After_the_deadline_the_coordinator_and_the_escalation_contact_are_told_who_is_late()
    {
        var office = await Office.OpenAsync("2023-10-10 08:00");
        await office.SetAsync("stockholmshem", r => r with { Status = RecipientStatus.Responded });

        await office.RemindAsync();

        Assert.Equal(
            [
                ("chef@sisab.example", "SISAB har inte svarat på remiss KS 2023/740"),
                ("handlaggare@stadshus.example", "SISAB har inte svarat på remiss KS 2023/740"),
                ("svar@sisab.example", "Svaret är försenat: remiss KS 2023/740"),
            ],
            office.Mails.Select(m => (m.To.Mailboxes.Single().Address, m.Subject ?? "")).Order());
        Assert.Equal(["00000000-0000-0000-0000-00000000000a", "00000000-0000-0000-0000-00000000000b"], Teams(office).Select(t => t.ToEntraId).Order());
    }

    [Fact]
    public static async Task After_a_week_without_a_worker_one_reminder_goes_out_and_the_missed_ones_have_passed()
    {
        var office = await Office.OpenAsync("2023-10-18 10:00");

        await office.RemindAsync();

        var mails = (await office.SendsAsync()).Where(s => s is { Organisation: "stockholmshem", Kind: SendKind.Reminder }).OrderBy(s => s.Slot).ToList();
        Assert.Equal(
            [(1, SendState.Passed), (2, SendState.Passed), (3, SendState.Passed), (4, SendState.Passed), (5, SendState.Accepted)],
            mails.Select(s => (s.Slot, s.State)));
    }

    [Fact]
    public static async Task A_new_deadline_is_reminded_of_anew()
    {
        var office = await Office.OpenAsync("2023-10-06 08:00");
        await office.RemindAsync();
        await office.SetAsync("stockholmshem", r => r with { Deadline = new(2023, 10, 27), DeadlineSince = new(2023, 10, 6) });

        office.Clock.SetUtcNow(Office.At("2023-10-13 08:00"));
        await office.RemindAsync();

        Assert.Equal(
            [(new DateOnly(2023, 10, 6), 3), (new DateOnly(2023, 10, 27), 1)],
            (await office.SendsAsync()).Where(s => s is { Organisation: "stockholmshem", State: SendState.Accepted, Kind: SendKind.Reminder })
                .Select(s => (s.Deadline, s.Slot)).Order());
    }

    [Fact]
    public static async Task An_organisation_that_the_register_does_not_know_still_gets_its_coordinator_told()
    {
        var office = await Office.OpenAsync("2023-10-10 08:00");
        await office.OpenAsync(Office.Case with { Id = "ks-2023-741", Dnr = "KS 2023/741", Recipients = ["okand"] });

        await office.RemindAsync();

        Assert.Contains(office.Mails, m => m.Subject == "okand har inte svarat på remiss KS 2023/741");
    }

    private static IEnumerable<TeamsNotification> Teams(Office office) => office.Storage.Blobs
        .Where(b => b.Key.EndsWith(".json", StringComparison.Ordinal))
        .Select(b => JsonSerializer.Deserialize<TeamsNotification>(b.Value, RemissJson.Options)!);

    private static IEnumerable<(SendKind, string, int, Channel, string, SendState)> States(IEnumerable<Send> sends) =>
        sends.Select(s => (s.Kind, s.Organisation, s.Slot, s.Channel, s.Contact, s.State)).Order();
}
