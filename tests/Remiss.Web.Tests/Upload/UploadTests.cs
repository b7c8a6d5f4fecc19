using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Reminders;
using Remiss.Storage;

namespace Remiss.Web.Tests.Upload;

public sealed class UploadTests(Storage storage)
{
    private const long TooLarge = (50 * 1024 * 1024) + 1;

    private static readonly byte[] Letter = Encoding.UTF8.GetBytes("SISAB tillstyrker förslaget.");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_put_in_the_inbox_byte_for_byte_and_its_receipt_tells_its_hash()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        var response = await PutAsync(web, await web.TokenAsync(remissCase), "Yttrande åäö.txt", Letter);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var receipt = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Letter)), receipt.RootElement.GetProperty("sha256").GetString());
        var name = Assert.Single(await web.InboxAsync(remissCase));
        Assert.Matches($"^{remissCase.Id}/sisab/[0-9a-f]{{32}}$", name);
        var stored = (await web.Get<BlobContainers>().Inbox.GetBlobClient(name).DownloadContentAsync(Token)).Value;
        Assert.Equal(Letter, stored.Content.ToArray());
        Assert.Equal($"{remissCase.Id}/sisab/Yttrande åäö.txt", Origin.FromMetadata(stored.Details.Metadata)!.Path);
    }

    [Fact]
    public async Task A_form_with_several_files_takes_what_it_can_and_says_what_it_could_not()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        using var form = Form(("Svar.pdf", "%PDF-1.7"u8.ToArray()), ("film.mp4", [0, 0, 0, 24, .. "ftypisom"u8]), ("Bilaga.txt", Letter));

        var response = await web.Client.PostAsync($"/upload/{await web.TokenAsync(remissCase)}", form, Token);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("är en film", page, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Letter)), page, StringComparison.Ordinal);
        Assert.Equal(2, (await web.InboxAsync(remissCase)).Count);
        Assert.All(
            await OriginsAsync(web, remissCase), origin => Assert.Equal("uppladdningslänk, uppgivet namn Eva Prov", origin.Sender));
    }

    [Fact]
    public async Task What_has_been_handed_in_is_shown_to_its_sender_and_to_nobody_else()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        await PutAsync(web, await web.TokenAsync(remissCase), "Yttrande.txt", Letter);
        await web.Get<Reconciliation>().SweepAsync(Token);

        var own = await web.Client.GetStringAsync($"/upload/{await web.TokenAsync(remissCase)}", Token);
        var other = await web.Client.GetStringAsync($"/upload/{await web.TokenAsync(remissCase, "stockholmshem")}", Token);

        Assert.Contains("Yttrande.txt", own, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Letter)), own, StringComparison.Ordinal);
        Assert.DoesNotContain("Yttrande.txt", other, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ks-2026-1.sisab.0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("none")]
    [InlineData("...")]
    [InlineData("..%2f..%2fapi")]
    public async Task A_link_that_is_none_of_ours_learns_nothing(string token)
    {
        await using var web = await WebHost.StartAsync(storage);
        await web.OpenCaseAsync();

        await AssertRefusedAsync(web, null, await PutAsync(web, token, "svar.txt", Letter), HttpStatusCode.NotFound, "unknown_link");
    }

    [Theory]
    [InlineData("sisab", "stockholmshem")]
    [InlineData(".0.", ".1.")]
    [InlineData("ks-2026", "ks-2025")]
    public async Task A_link_cannot_be_made_into_another(string part, string other)
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var token = (await web.TokenAsync(remissCase)).Replace(part, other, StringComparison.Ordinal);

        await AssertRefusedAsync(web, remissCase, await PutAsync(web, token, "svar.txt", Letter), HttpStatusCode.NotFound, "unknown_link");
    }

    [Fact]
    public async Task A_link_of_another_installation_is_none_of_ours()
    {
        await using var other = await WebHost.StartAsync(storage, true, ("Security:Key", new string('o', 32)));
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        await AssertRefusedAsync(
            web, remissCase, await PutAsync(web, await other.TokenAsync(remissCase), "svar.txt", Letter), HttpStatusCode.NotFound, "unknown_link");
    }

    [Fact]
    public async Task A_link_ends_some_time_after_the_last_day_and_lives_on_when_more_time_is_given()
    {
        await using var web = await WebHost.StartAsync(storage, true, ("Upload:GraceDays", "30"));
        var remissCase = await web.OpenCaseAsync();
        var token = await web.TokenAsync(remissCase);

        web.Time.SetUtcNow(SwedishTime.At(new(2026, 4, 22), new(23, 59)));
        Assert.Equal(HttpStatusCode.Created, (await PutAsync(web, token, "sent.txt", Letter)).StatusCode);

        web.Time.SetUtcNow(SwedishTime.At(new(2026, 4, 23), new(0, 1)));
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(web, token, "later.txt", Letter)).StatusCode);
        Assert.Single(await web.InboxAsync(remissCase));
        Assert.Contains(web.Events.Lines, line => line.StartsWith("Refused expired_link 403", StringComparison.Ordinal));

        await DecideAsync(web, remissCase, new RecipientDecision.GrantExtension(new(2026, 5, 4)));
        Assert.Equal(HttpStatusCode.Created, (await PutAsync(web, token, "later.txt", Letter)).StatusCode);
    }

    [Fact]
    public async Task A_renewed_link_ends_the_one_before()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var old = await web.TokenAsync(remissCase);

        await DecideAsync(web, remissCase, new RecipientDecision.RenewLink());

        await AssertRefusedAsync(web, null, await PutAsync(web, old, "svar.txt", Letter), HttpStatusCode.Forbidden, "revoked_link");
        Assert.Equal(HttpStatusCode.Created, (await PutAsync(web, await web.TokenAsync(remissCase), "svar.txt", Letter)).StatusCode);
        Assert.Contains(await web.AuditAsync(remissCase), entry => entry.What == "upload_link_renewed");
    }

    [Fact]
    public async Task Who_has_been_withdrawn_from_the_case_has_no_link()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var token = await web.TokenAsync(remissCase);
        await web.OpenCaseAsync(other => remissCase with { Recipients = ["stockholmshem"] });

        await AssertRefusedAsync(web, remissCase, await PutAsync(web, token, "svar.txt", Letter), HttpStatusCode.Forbidden, "revoked_link");
    }

    [Fact]
    public async Task A_closed_case_takes_nothing_in()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        Assert.IsType<CaseOutcome.Done>(
            await web.Get<CaseHandler>().HandleAsync(remissCase.Id, new CaseDecision.Close(), "Handläggare Ett", "Svaret är lämnat.", Token));

        await AssertRefusedAsync(web, null, await PutAsync(web, await web.TokenAsync(remissCase), "svar.txt", Letter), HttpStatusCode.Forbidden, "closed_case");
        Assert.Empty(await web.InboxAsync(remissCase));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_link_can_be_looked_at_before_it_is_opened(string method)
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        using var request = new HttpRequestMessage(new(method), $"/upload/{await web.TokenAsync(remissCase)}");

        var response = await web.Client.SendAsync(request, Token);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_file_that_says_it_is_too_large_is_refused_before_it_is_sent()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        var answer = await HeadOfPutAsync(web, await web.TokenAsync(remissCase), $"Content-Length: {TooLarge}\r\n");

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("50 MB", answer, StringComparison.Ordinal);
        Assert.Empty(await web.InboxAsync(remissCase));
        Assert.Contains(web.Events.Lines, line => line.StartsWith("Refused too_large 413", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_turns_out_too_large_leaves_nothing()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        using var endless = new StreamContent(new Zeros(TooLarge));
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/upload/{await web.TokenAsync(remissCase)}/stor.bin") { Content = endless };
        request.Headers.TransferEncodingChunked = true;

        await AssertRefusedAsync(
            web, remissCase, await web.Client.SendAsync(request, Token), HttpStatusCode.RequestEntityTooLarge, "too_large");
    }

    [Fact]
    public async Task The_largest_file_is_taken()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        using var largest = new StreamContent(new Zeros(TooLarge - 1));

        var response = await web.Client.PutAsync($"/upload/{await web.TokenAsync(remissCase)}/stor.bin", largest, Token);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Single(await web.InboxAsync(remissCase));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        await HeadOfPutAsync(web, await web.TokenAsync(remissCase), "Content-Length: 1000\r\n", "half of it", breakOff: true);
        await Task.Delay(500, Token);

        Assert.Empty(await web.InboxAsync(remissCase));
    }

    [Theory]
    [InlineData(new byte[] { 0x4D, 0x5A, 0x90, 0x00, 3, 0, 0, 0 })]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 2, 1, 1 })]
    [InlineData(new byte[] { 0x49, 0x44, 0x33, 4, 0 })]
    public async Task What_surely_is_no_document_is_refused(byte[] content)
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        await AssertRefusedAsync(
            web, remissCase, await PutAsync(web, await web.TokenAsync(remissCase), "svar.pdf", content), HttpStatusCode.UnsupportedMediaType, "no_document");
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        await AssertRefusedAsync(web, remissCase, await PutAsync(web, await web.TokenAsync(remissCase), "svar.pdf", []), HttpStatusCode.BadRequest, "no_document");
    }

    [Theory]
    [InlineData("../../other/svar.txt", "svar.txt")]
    [InlineData("..\\..\\svar.txt", "svar.txt")]
    [InlineData("svar\r\nX-Injected: 1.txt", "svar X-Injected: 1.txt")]
    [InlineData("svar\u202Etxt.exe", "svartxt.exe")]
    [InlineData("A\u030Arsplan.pdf", "Årsplan.pdf")]
    [InlineData("<script>{}=cmd.pdf", "<script>{}=cmd.pdf")]
    [InlineData("...", "utan namn")]
    public async Task A_name_is_kept_as_a_name_and_is_never_an_address(string given, string kept)
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        Assert.Equal(HttpStatusCode.Created, (await PutAsync(web, await web.TokenAsync(remissCase), given, Letter)).StatusCode);

        Assert.Matches($"^{remissCase.Id}/sisab/[0-9a-f]{{32}}$", Assert.Single(await web.InboxAsync(remissCase)));
        Assert.Equal($"{remissCase.Id}/sisab/{kept}", Assert.Single(await OriginsAsync(web, remissCase)).Path);
        var page = await web.Client.GetStringAsync($"/upload/{await web.TokenAsync(remissCase)}", Token);
        Assert.DoesNotContain("<script>{}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_name_keeps_its_ending()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        await PutAsync(web, await web.TokenAsync(remissCase), new string('å', 300) + ".pdf", Letter);

        var name = Assert.Single(await OriginsAsync(web, remissCase)).Path.Split('/')[^1];
        Assert.EndsWith("….pdf", name, StringComparison.Ordinal);
        Assert.InRange(name.Length, 100, 200);
    }

    [Fact]
    public async Task Ten_files_at_once_all_arrive()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var token = await web.TokenAsync(remissCase);

        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => PutAsync(web, token, $"bilaga {i}.txt", Encoding.UTF8.GetBytes($"Bilaga {i}"))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
        Assert.Equal(10, (await web.InboxAsync(remissCase)).Count);
    }

    [Theory]
    [InlineData("Upload:LinkRequestsPerMinute")]
    [InlineData("Upload:AddressRequestsPerMinute")]
    public async Task Who_asks_too_often_is_told_how_long_to_wait(string setting)
    {
        await using var web = await WebHost.StartAsync(storage, true, (setting, "3"));
        var remissCase = await web.OpenCaseAsync();
        var token = await web.TokenAsync(remissCase);
        for (var i = 0; i < 3; i++) await PutAsync(web, token, $"{i}.txt", Letter);

        var refused = await PutAsync(web, token, "4.txt", Letter);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal(3, (await web.InboxAsync(remissCase)).Count);
        Assert.Contains(web.Events.Lines, line => line.StartsWith("Refused too_many 429", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await web.Client.GetAsync("/healthz", Token)).StatusCode);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("none", HttpStatusCode.OK)]
    public async Task A_form_on_a_page_of_another_site_sends_nothing(string site, HttpStatusCode expected)
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        using var form = Form(("Svar.txt", Letter));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/upload/{await web.TokenAsync(remissCase)}") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", site);

        using var response = await web.Client.SendAsync(request, Token);

        Assert.Equal(expected, response.StatusCode);
        var isRefused = expected is HttpStatusCode.Forbidden;
        Assert.Equal(isRefused ? 0 : 1, (await web.InboxAsync(remissCase)).Count);
        Assert.Equal(isRefused, web.Events.Lines.Any(line => line.StartsWith("Refused foreign_form 403", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_log_never_holds_a_link()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var token = await web.TokenAsync(remissCase);

        await PutAsync(web, token, "svar.pdf", []);

        Assert.DoesNotContain(token, Assert.Single(web.Events.Lines), StringComparison.Ordinal);
    }

    internal static Task<HttpResponseMessage> PutAsync(WebHost web, string token, string name, byte[] content) =>
        web.Client.PutAsync($"/upload/{token}/{Uri.EscapeDataString(name)}", new ByteArrayContent(content), Token);

    private static async Task AssertRefusedAsync(
        WebHost web, RemissCase? remissCase, HttpResponseMessage response, HttpStatusCode status, string reason)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith($"Refused {reason} {(int)status}: PUT ", Assert.Single(web.Events.Lines), StringComparison.Ordinal);
        if (remissCase is null) return;

        Assert.Empty(await web.InboxAsync(remissCase));
        Assert.DoesNotContain(await web.AuditAsync(remissCase), entry => entry.What is not ("case_registered" or "case_changed" or "recipient_added" or "recipient_changed"));
    }

    private static async Task DecideAsync(WebHost web, RemissCase remissCase, RecipientDecision decision) => Assert.IsType<DecisionEffect.Changed>(
        await web.Get<DecisionHandler>().HandleAsync(remissCase.Id, "sisab", decision, "Handläggare Ett", Token));

    private static async Task<IReadOnlyList<Origin>> OriginsAsync(WebHost web, RemissCase remissCase)
    {
        List<Origin> origins = [];
        foreach (var name in await web.InboxAsync(remissCase))
            origins.Add(Origin.FromMetadata((await web.Get<BlobContainers>().Inbox.GetBlobClient(name).GetPropertiesAsync(cancellationToken: Token)).Value.Metadata)!);
        return origins;
    }

    private static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent("Eva Prov"), "namn" } };
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), "filer", name);
        return form;
    }

    /// <summary>A request written by hand, of which the server sees no more than this.</summary>
    private static async Task<string> HeadOfPutAsync(WebHost web, string token, string headers, string body = "", bool breakOff = false)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, web.Address.Port, Token);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT /upload/{token}/svar.pdf HTTP/1.1\r\nHost: remiss.example\r\n{headers}\r\n{body}"), Token);
        await stream.FlushAsync(Token);
        if (breakOff) return "";

        var answer = new byte[4096];
        var length = await stream.ReadAtLeastAsync(answer, 600, throwOnEndOfStream: false, Token);
        return Encoding.UTF8.GetString(answer, 0, length);
    }

    /// <summary>So many bytes of nothing.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var some = (int)Math.Min(count, length - read);
            Array.Clear(buffer, offset, some);
            read += some;
            return some;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
