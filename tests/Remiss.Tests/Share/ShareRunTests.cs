using System.Text;
using Microsoft.Extensions.Logging;
using Remiss.Intake;
using Remiss.Intake.Delta;
using Remiss.Storage;
using Remiss.Tests.Notifications;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Tests.Share;

public sealed class ShareRunTests(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_in_its_folder_arrives_with_what_the_library_knows_of_it()
    {
        await using var library = await LibraryOffice.OpenAsync();
        var id = library.Drive.Put("ks-2023-740/sisab/Svar.pdf", Bytes("svar"));

        await library.CopyAsync();
        await library.ReceiveAsync();

        var arrival = Assert.Single(await library.Office.Ledger.ListAsync<Arrival>("ks-2023-740", Cancel));
        Assert.Equal(("ks-2023-740/sisab/Svar.pdf", "sisab", "asa@sisab.example"), (arrival.Path, arrival.Organisation, arrival.Sender));
        Assert.Equal(($"{LoopbackDrive.Id}/{id}", $"\"{{{id}}},1\"", LoopbackDrive.HashOf(Bytes("svar"))), (arrival.Item, arrival.Version, arrival.QuickXorHash));
        Assert.Equal(new DateTimeOffset(2023, 10, 2, 7, 15, 0, TimeSpan.Zero), arrival.ArrivedAt);
        Assert.Equal(Bytes("svar"), library.Office.Storage.Blobs[arrival.Sha256]);
    }

    [Fact]
    public async Task Without_a_library_nothing_is_asked()
    {
        await using var library = await LibraryOffice.OpenAsync();
        library.Options.DriveId = null;

        await library.CopyAsync();

        Assert.Empty(library.Server.Log);
    }

    [Fact]
    public async Task Only_what_is_new_is_fetched_the_next_time()
    {
        await using var library = await LibraryOffice.OpenAsync();
        var first = library.Drive.Put("ks-2023-740/sisab/Svar.pdf", Bytes("svar"));
        await library.CopyAsync();
        await library.CopyAsync();
        var second = library.Drive.Put("ks-2023-740/stockholmshem/Svar.pdf", Bytes("ett annat"));
        library.Drive.Put("ks-2023-740/sisab/Svar.pdf", Bytes("rättat svar"));

        await library.CopyAsync();
        await library.ReceiveAsync();

        Assert.Equal([first, first, second], library.Drive.Fetched.Order().OrderBy(id => id != first));
        Assert.Equal(3, (await library.ArrivalsAsync()).Count);
    }

    [Theory]
    [InlineData("Svar.pdf")]
    [InlineData("ks-2023-740/Svar.pdf")]
    [InlineData("ks-1999-1/sisab/Svar.pdf")]
    [InlineData("ks-2023-740/micasa/Svar.pdf")]
    [InlineData("Blandat/Övrigt/Svar.pdf")]
    public async Task What_lies_in_no_recipients_folder_is_kept_unassigned(string path)
    {
        await using var library = await LibraryOffice.OpenAsync();
        library.Drive.Put(path, Bytes("svar"));

        await library.CopyAsync();
        await library.ReceiveAsync();

        Assert.Equal(path, Assert.Single(await library.Office.Ledger.ListAsync<Arrival>(LedgerKeys.Unassigned, Cancel)).Path);
    }

    [Fact]
    public async Task A_name_is_one_name_in_NFC_and_NFD()
    {
        await using var library = await LibraryOffice.OpenAsync();
        const string Name = "Yttrande från Älvsjö – åäö.pdf";
        library.Options.Folder = "Remisser/Svar på frågor".Normalize(NormalizationForm.FormC);
        library.Drive.Put("Remisser/Svar på frågor/ks-2023-740/sisab/".Normalize(NormalizationForm.FormD) + Name.Normalize(NormalizationForm.FormD), Bytes("ett"));
        library.Drive.Put("Remisser/Svar på frågor/KS-2023-740/Stockholmshem/" + Name.Normalize(NormalizationForm.FormC), Bytes("två"));
        library.Drive.Put("Remisser/Annat/ks-2023-740/sisab/Svar.pdf", Bytes("tre"));

        await library.CopyAsync();
        await library.ReceiveAsync();

        Assert.Equal(
            ["sisab " + Name.Normalize(), "stockholmshem " + Name.Normalize()],
            (await library.ArrivalsAsync()).Select(a => $"{a.Organisation} {InboxPath.Parse(a.Path).FileName}").Order());
        Assert.Equal(2, library.Drive.Fetched.Count);
    }

    [Fact]
    public async Task Renames_moves_and_deletions_remove_nothing_and_what_moved_has_arrived_in_its_new_place_too()
    {
        await using var library = await LibraryOffice.OpenAsync();
        var renamed = library.Drive.Put("ks-2023-740/sisab/Namnlös.pdf", Bytes("ett"));
        var moved = library.Drive.Put("ks-2023-740/sisab/Hems svar.pdf", Bytes("två"));
        var deleted = library.Drive.Put("ks-2023-740/sisab/Bilaga.pdf", Bytes("tre"));
        await library.CopyAsync();
        library.Drive.Rename(renamed, "Yttrande.pdf");
        library.Drive.Move(moved, "ks-2023-740/stockholmshem");
        library.Drive.Delete(deleted);

        await library.CopyAsync();
        await library.CopyAsync();
        await library.ReceiveAsync();

        var ledger = (await library.Office.Ledger.ReadAsync("ks-2023-740", Cancel))!;
        Assert.Equal(
            ["Bilaga.pdf sisab", "Hems svar.pdf sisab", "Hems svar.pdf stockholmshem", "Namnlös.pdf sisab", "Yttrande.pdf sisab"],
            ledger.Arrivals.Select(a => $"{InboxPath.Parse(a.Path).FileName} {a.Organisation}").Order());
        Assert.Equal(4, ledger.Documents.Count);
    }

    [Fact]
    public async Task What_changes_beside_the_content_is_no_new_arrival()
    {
        await using var library = await LibraryOffice.OpenAsync();
        var id = library.Drive.Put("ks-2023-740/sisab/Svar.docx", Bytes("svar"));
        await library.CopyAsync();
        library.Drive.Touch(id);
        await library.CopyAsync();
        await library.ReceiveAsync();

        Assert.Single(library.Drive.Fetched);
        Assert.Single(await library.ArrivalsAsync());
    }

    [Fact]
    public async Task A_forgotten_link_means_looking_through_everything_and_copying_nothing_twice()
    {
        await using var library = await LibraryOffice.OpenAsync();
        library.Drive.Folder("ks-2023-740/sisab");
        for (var i = 0; i < 11; i++) library.Drive.Put($"ks-2023-740/sisab/{i}.pdf", Bytes($"{i}"));
        await library.CopyAsync();
        library.Drive.Forget();
        library.Drive.Put("ks-2023-740/sisab/ny.pdf", Bytes("ny"));

        await library.CopyAsync();
        await library.ReceiveAsync();

        Assert.Equal(12, library.Drive.Fetched.Count);
        Assert.Equal(12, (await library.ArrivalsAsync()).Count);
        Assert.Contains(await library.Office.Ledger.ListAsync<AuditEntry>(LedgerKeys.Share, Cancel), e => e.What == "read_from_the_beginning");
    }

    [Fact]
    public async Task A_folder_that_was_renamed_before_everything_is_looked_through_makes_no_second_arrivals()
    {
        await using var library = await LibraryOffice.OpenAsync();
        library.Drive.Put("ks-2023-740/sisab/Underlag/Svar.pdf", Bytes("svar"));
        await library.CopyAsync();
        await library.ReceiveAsync();
        library.Drive.Rename(library.Drive.Folder("ks-2023-740/sisab/Underlag"), "Svar");
        library.Drive.Forget();

        await library.CopyAsync();
        await library.ReceiveAsync();

        Assert.Single(await library.ArrivalsAsync());
    }

    [Fact]
    public async Task Two_workers_at_once_double_nothing()
    {
        await using var library = await LibraryOffice.OpenAsync();
        for (var i = 0; i < 30; i++) library.Drive.Put($"ks-2023-740/sisab/{i}.pdf", Bytes($"{i}"));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(library.CopyAsync)));
        await library.ReceiveAsync();

        Assert.Equal(30, (await library.ArrivalsAsync()).Count);
        Assert.Equal(30, (await library.Office.Ledger.ReadAsync("ks-2023-740", Cancel))!.Documents.Count);
        output.WriteLine($"30 files, 3 workers: {library.Drive.Fetched.Count} fetched, 30 arrivals");
    }

    [Fact]
    public async Task Killed_anywhere_and_resumed_nothing_is_lost_and_nothing_arrives_twice()
    {
        const int Files = 10;
        var deaths = 0;
        for (var at = 1; ; at++)
        {
            await using var library = await LibraryOffice.OpenAsync();
            for (var i = 0; i < Files; i++) library.Drive.Put($"ks-2023-740/sisab/{i}.pdf", Bytes($"{i}"));
            library.Office.Storage.DieAt = 2 * library.Office.Storage.Changes + at;
            library.Office.Storage.StaysDead = true;
            var lived = true;
            try
            {
                await library.CopyAsync();
            }
            catch (MemoryStorage.DiedException)
            {
                (lived, deaths) = (false, deaths + 1);
            }

            library.Office.Storage.Revive();
            await library.ReceiveAsync();
            await library.CopyAsync();
            await library.ReceiveAsync();
            var arrivals = await library.ArrivalsAsync();
            Assert.Equal(Files, arrivals.Count);
            Assert.Distinct(arrivals.Select(a => a.Item));
            if (lived) break;
        }

        output.WriteLine($"killed at {deaths} places, before and after every change in the storage: 0 lost, 0 twice");
        Assert.InRange(deaths, 2 * (2 * Files + 3), 1000);
    }

    [Fact]
    public async Task Too_many_requests_are_waited_out()
    {
        await using var library = await LibraryOffice.OpenAsync();
        for (var i = 0; i < 6; i++) library.Drive.Put($"ks-2023-740/sisab/{i}.pdf", Bytes($"{i}"));
        library.Server.Faults = (_, number) => number % 3 == 0 ? new Fault(429, TimeSpan.FromSeconds(2), AsDate: number % 2 == 0) : null;

        await library.CopyAsync();
        await library.ReceiveAsync();

        Assert.Equal(6, (await library.ArrivalsAsync()).Count);
        Assert.Empty(library.Server.Breaches);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(503)]
    public async Task A_Graph_that_does_not_listen_now_leaves_everything_to_the_next_run(int status)
    {
        await using var library = await LibraryOffice.OpenAsync();
        for (var i = 0; i < 6; i++) library.Drive.Put($"ks-2023-740/sisab/{i}.pdf", Bytes($"{i}"));
        library.Server.Faults = (request, number) => number > 4 ? new Fault(status) : null;

        await Assert.ThrowsAnyAsync<Exception>(library.CopyAsync);
        library.Server.Faults = (_, _) => null;
        await library.CopyAsync();
        await library.ReceiveAsync();

        Assert.Equal(6, (await library.ArrivalsAsync()).Count);
        Assert.Empty(await library.Office.Ledger.ListAsync<OwedItem>(LedgerKeys.Share, Cancel));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(423)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task A_file_that_cannot_be_fetched_holds_up_nothing_else_and_is_tried_until_it_can(int status)
    {
        await using var library = await LibraryOffice.OpenAsync();
        var broken = library.Drive.Put("ks-2023-740/sisab/trasig.pdf", Bytes("trasig"));
        for (var i = 0; i < 9; i++) library.Drive.Put($"ks-2023-740/sisab/{i}.pdf", Bytes($"{i}"));
        library.Drive.Broken[broken] = status;

        await Assert.ThrowsAsync<InvalidOperationException>(library.CopyAsync);
        await Assert.ThrowsAsync<InvalidOperationException>(library.CopyAsync);
        await library.ReceiveAsync();
        Assert.Equal(9, (await library.ArrivalsAsync()).Count);
        Assert.Single(await library.Office.Ledger.ListAsync<AuditEntry>(LedgerKeys.Share, Cancel), e => e.What == "fetch_failed" && e.Subject == broken);

        library.Drive.Broken.Clear();
        await library.CopyAsync();
        await library.ReceiveAsync();
        Assert.Equal(10, (await library.ArrivalsAsync()).Count);
    }

    [Fact]
    public async Task A_file_that_is_deleted_before_it_can_be_fetched_is_no_failure()
    {
        await using var library = await LibraryOffice.OpenAsync();
        var broken = library.Drive.Put("ks-2023-740/sisab/trasig.pdf", Bytes("trasig"));
        library.Drive.Broken[broken] = 403;
        await Assert.ThrowsAsync<InvalidOperationException>(library.CopyAsync);

        library.Drive.Delete(broken);
        await library.CopyAsync();

        Assert.Empty(library.Office.Storage.Inbox);
    }

    [Fact]
    public async Task Content_that_does_not_match_its_checksum_is_fetched_again_and_then_taken_for_a_person_to_look_at()
    {
        await using var library = await LibraryOffice.OpenAsync();
        var id = library.Drive.Put("ks-2023-740/sisab/Svar.pdf", Bytes("svar"));
        library.Drive.WrongHashes.Add(id);

        await Assert.ThrowsAsync<InvalidOperationException>(library.CopyAsync);
        Assert.Empty(library.Office.Storage.Inbox);
        await library.CopyAsync();
        await library.ReceiveAsync();

        var document = Assert.Single((await library.Office.Ledger.ReadAsync("ks-2023-740", Cancel))!.Documents);
        Assert.Contains("kontrollsumma", document.Doubt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("~$Svar.docx")]
    [InlineData("Svar.pdf.crdownload")]
    [InlineData("Svar.PDF.part")]
    [InlineData("4F2A.tmp")]
    [InlineData("Thumbs.db")]
    public async Task What_programs_make_for_themselves_is_left_lying(string name)
    {
        await using var library = await LibraryOffice.OpenAsync();
        library.Drive.Put($"ks-2023-740/sisab/{name}", Bytes("x"));

        await library.CopyAsync();

        Assert.Empty(library.Office.Storage.Inbox);
    }

    [Fact]
    public async Task The_folders_of_a_case_are_made_once_where_the_app_may_write()
    {
        await using var library = await LibraryOffice.OpenAsync();
        (library.Drive.IsWritable, library.Options.Folder) = (true, "Remisser");
        library.Drive.Folder("Remisser/ks-2023-740");

        await library.CopyAsync();
        await library.CopyAsync();

        Assert.Equal(
            [
                "POST /v1.0/drives/b!library/root:/Remisser:/children",
                "POST /v1.0/drives/b!library/root:/Remisser/ks-2023-740:/children",
                "POST /v1.0/drives/b!library/root:/Remisser/ks-2023-740:/children",
            ],
            library.Server.Log.Where(line => line.StartsWith("POST", StringComparison.Ordinal)));
        Assert.Equal(["Remisser/ks-2023-740/sisab", "Remisser/ks-2023-740/stockholmshem"], library.Drive.Made);
        Assert.Single(await library.Office.Ledger.ListAsync<AuditEntry>(LedgerKeys.Share, Cancel), e => e.What == "folders_made");
    }

    [Fact]
    public async Task Where_it_may_not_write_that_is_said_once_and_files_are_copied_all_the_same()
    {
        await using var library = await LibraryOffice.OpenAsync();
        library.Drive.Put("ks-2023-740/sisab/Svar.pdf", Bytes("svar"));

        await library.CopyAsync();
        await library.CopyAsync();

        Assert.Single(library.Office.Storage.Inbox);
        Assert.Single(library.FoldersLog.Invocations, i => i.Method.Name == nameof(ILogger.Log));
        Assert.Single(library.Server.Log, line => line.StartsWith("POST", StringComparison.Ordinal));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
