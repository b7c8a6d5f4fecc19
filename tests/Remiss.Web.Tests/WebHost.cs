using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Remiss.Cases;
using Remiss.Storage;
using Remiss.Web.Security;
using Remiss.Web.Upload;

namespace Remiss.Web.Tests;

/// <summary>The real pipeline on a real server and storage, as it stands behind the platform's login; the clock stands still.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    private static int cases;

    private readonly WebApplication app;
    private readonly System.Collections.Concurrent.ConcurrentBag<string> opened = [];

    private WebHost(WebApplication app, FakeTimeProvider time, SecurityEvents events)
    {
        this.app = app;
        Time = time;
        Events = events;
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = ClientWith(new Dictionary<string, string>());
    }

    public static DateTimeOffset Opening { get; } = SwedishTime.At(new(2026, 3, 2), new(10, 0));

    public Uri Address { get; }

    /// <summary>Without a login.</summary>
    public HttpClient Client { get; }

    public FakeTimeProvider Time { get; }

    public SecurityEvents Events { get; }

    public static async Task<WebHost> StartAsync(Storage storage, bool hasPlatformLogin = true, params (string Name, string Value)[] settings)
    {
        var time = new FakeTimeProvider(Opening);
        var events = new SecurityEvents();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(events);
        builder.Configuration.AddInMemoryCollection(
        [
            new("AzureWebJobsStorage", storage.ConnectionString),
            new("Notifications:BaseUrl", "https://remiss.example"),
            new(Platform.LoginSetting, hasPlatformLogin ? "True" : null),
            .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)),
        ]);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.AddRemiss();
        var app = builder.Build();
        app.UseRemiss();
        await storage.SetUpAsync(app.Services.GetRequiredService<StorageSetup>());
        await app.StartAsync();
        return new(app, time, events);
    }

    public IServiceProvider Services => app.Services;

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Somebody who has logged in to the platform, with these roles.</summary>
    public HttpClient ClientOf(params string[] roles) => ClientWith(new Dictionary<string, string> { ["X-MS-CLIENT-PRINCIPAL"] = Principal(roles) });

    public static string Principal(params string[] roles) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        auth_typ = "aad",
        claims = new[] { ("name", "Handläggare Ett"), ("preferred_username", "ett@stadshus.example") }
            .Concat(roles.Select(role => ("roles", role))).Select(claim => new { typ = claim.Item1, val = claim.Item2 }),
    }));

    /// <summary>A case of its own with the companies sisab and stockholmshem, to be answered within three weeks.</summary>
    public async Task<RemissCase> OpenCaseAsync(Func<RemissCase, RemissCase>? change = null)
    {
        var number = Interlocked.Increment(ref cases);
        var remissCase = new RemissCase
        {
            Id = $"ks-2026-{number}",
            Dnr = $"KS 2026/{number}",
            Title = "Förslag till riktlinjer för återbruk",
            Remitter = "Kommunstyrelsen",
            CoordinatingBody = "stadshus",
            RemittedOn = new(2026, 2, 16),
            RemitterDeadline = new(2026, 4, 17),
            RecipientDeadline = new(2026, 3, 23),
            Coordinators = [new("Ylva Provlund", "Handläggare", "ylva.provlund@stadshusab.example")],
            Topics = [new("aterbruk", "Återbruk av inredning")],
            Recipients = ["sisab", "stockholmshem"],
        };
        remissCase = change?.Invoke(remissCase) ?? remissCase;
        await Get<CaseRegistration>().RegisterAsync(remissCase, Companies, default);
        opened.Add(remissCase.Id);
        return remissCase;
    }

    public async Task<string> TokenAsync(RemissCase remissCase, string organisation = "sisab") =>
        Get<UploadLinks>().TokenFor(remissCase.Id, (await RecipientAsync(remissCase, organisation)).Value);

    public async Task<Stored<Recipient>> RecipientAsync(RemissCase remissCase, string organisation = "sisab") =>
        (await Get<RemissLedger>().FindAsync<Recipient>(remissCase.Id, LedgerKeys.Recipient(organisation), default))!;

    /// <summary>Names of all that lies in the inbox for the case.</summary>
    public async Task<IReadOnlyList<string>> InboxAsync(RemissCase remissCase)
    {
        List<string> names = [];
        await foreach (var blob in Get<BlobContainers>().Inbox.GetBlobsAsync(default, default, remissCase.Id + "/", default)) names.Add(blob.Name);
        return names;
    }

    public Task<IReadOnlyList<AuditEntry>> AuditAsync(RemissCase remissCase) => Get<RemissLedger>().ListAsync<AuditEntry>(remissCase.Id, default);

    /// <summary>Its cases leave the list: pages that read all that is open would otherwise be the slower, the more tests have run.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        foreach (var id in opened) await Get<RemissLedger>().CloseAsync(id, default);
        await app.DisposeAsync();
    }

    private static Register Companies { get; } = new(
    [
        new() { Id = "stadshus", Name = "Stadshus AB" },
        new() { Id = "sisab", Name = "Skolfastigheter i Stockholm AB", ShortName = "SISAB", Contacts = [new("Svarande Ett", "svar@sisab.example", ContactRole.Answerer)] },
        new() { Id = "stockholmshem", Name = "AB Stockholmshem", ShortName = "Stockholmshem", Contacts = [new("Svarande Två", "svar@hem.example", ContactRole.Answerer)] },
    ]);

    private HttpClient ClientWith(IReadOnlyDictionary<string, string> headers)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        foreach (var (name, value) in headers) client.DefaultRequestHeaders.Add(name, value);
        return client;
    }
}
