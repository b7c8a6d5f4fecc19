using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Storage;

namespace Remiss.Web.Tests.Upload;

/// <summary>What is done with the files that come by a link that opens.</summary>
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

        var response = await Uploads.PutAsync(web, await web.TokenAsync(remissCase), "Yttrande åäö.txt", Letter);

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
        await Uploads.PutAsync(web, await web.TokenAsync(remissCase), "Yttrande.txt", Letter);
        await web.Get<Reconciliation>().SweepAsync(Token);

        var own = await web.Client.GetStringAsync($"/upload/{await web.TokenAsync(remissCase)}", Token);
        var other = await web.Client.GetStringAsync($"/upload/{await web.TokenAsync(remissCase, "stockholmshem")}", Token);

        Assert.Contains("Yttrande.txt", own, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Letter)), own, StringComparison.Ordinal);
        Assert.DoesNotContain("Yttrande.txt", other, StringComparison.Ordinal);
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

        await Uploads.AssertRefusedAsync(
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

        await Uploads.AssertRefusedAsync(
            web, remissCase, await Uploads.PutAsync(web, await web.TokenAsync(remissCase), "svar.pdf", content), HttpStatusCode.UnsupportedMediaType, "no_document");
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        await Uploads.AssertRefusedAsync(web, remissCase, await Uploads.PutAsync(web, await web.TokenAsync(remissCase), "svar.pdf", []), HttpStatusCode.BadRequest, "no_document");
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

        Assert.Equal(HttpStatusCode.Created, (await Uploads.PutAsync(web, await web.TokenAsync(remissCase), given, Letter)).StatusCode);

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

        await Uploads.PutAsync(web, await web.TokenAsync(remissCase), new string('å', 300) + ".pdf", Letter);

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

        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Uploads.PutAsync(web, token, $"bilaga {i}.txt", Encoding.UTF8.GetBytes($"Bilaga {i}"))));

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
        for (var i = 0; i < 3; i++) await Uploads.PutAsync(web, token, $"{i}.txt", Letter);

        var refused = await Uploads.PutAsync(web, token, "4.txt", Letter);

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
