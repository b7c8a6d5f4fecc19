using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Remiss.Cases;
using Remiss.Dispatch;
using Remiss.Intake;
using Remiss.Local.Azurite;
using Remiss.Local.Host;
using Remiss.Local.Runs;
using Remiss.Storage;
using Remiss.Web.Tests.Pages;
using Remiss.Web.Upload;

[assembly: AssemblyFixture(typeof(Site))]

namespace Remiss.Web.Tests.Pages;

/// <summary>
/// The product on this machine with the sample case as it stood on the 11th of October 2023, and a real browser. The tests share it: each
/// decides about documents of its own.
/// </summary>
public sealed partial class Site : IAsyncLifetime
{
    public const string CaseId = "ks-2023-740";

    /// <summary>Names that would do harm if they were not encoded.</summary>
    public static readonly string[] HostileNames =
    [
        "<img src=x onerror=document.title='knäckt'>.txt",
        "=cmd|' !A1.txt",
        "rättad\u202Etxt.exe.txt",
        "två\r\nSet-Cookie: a=b rader.txt",
    ];

    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "samples", CaseId);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("remiss-web-");
    /// <summary>In milliseconds. Nothing waits so long but on a machine that has much else to do.</summary>
    private const int Patience = 180_000;

    private static int cases;

    private LocalStorage storage = null!;
    private WebApplication app = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public string Axe { get; private set; } = "";

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        var axe = AxeScript.ReadAsync();
        var launching = LaunchAsync();
        storage = await LocalStorage.OpenAsync(Path.Combine(folder.FullName, ".remiss"), _ => { }, CancellationToken.None);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        LocalHost.AddLocal(builder, storage);
        OwnLogin.Add(builder.Services);
        app = builder.Build();
        app.UseRemiss();
        await Get<StorageSetup>().RunAsync(CancellationToken.None);
        await FillAsync();
        await app.StartAsync();
        Axe = await axe;
        await launching;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await app.DisposeAsync();
        await storage.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <param name="bypassPolicy">The content security policy would stop axe; without axe it stands.</param>
    public async Task<IPage> OpenAsync(
        string path, ColorScheme scheme = ColorScheme.Light, int width = 1280, bool script = true, bool bypassPolicy = false)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Address,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            BypassCSP = bypassPolicy,
            Locale = "sv-SE",
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Puts a file in the inbox as a recipient would, and lets it be read and understood.</summary>
    public Task ReceiveAsync(string organisation, string name, string text, string caseId = CaseId) =>
        ReceiveAsync(organisation, name, Encoding.UTF8.GetBytes(text), caseId);

    /// <inheritdoc cref="ReceiveAsync(string, string, string, string)"/>
    public async Task ReceiveAsync(string organisation, string name, byte[] content, string caseId = CaseId)
    {
        await PutAsync(caseId, organisation, name, content);
        await Get<StepPump>().DrainAsync(CancellationToken.None);
    }

    /// <summary>A case of its own with the companies sisab and micasa, to be answered by the 25th of October 2023.</summary>
    public async Task<RemissCase> OpenCaseAsync(Func<RemissCase, RemissCase>? change = null)
    {
        var number = Interlocked.Increment(ref cases);
        var remissCase = new RemissCase
        {
            Id = $"kf-2023-{number}",
            Dnr = $"KF 2023/{number}",
            Title = $"Riktlinjer för återbruk {number}",
            Remitter = "Kommunstyrelsen",
            CoordinatingBody = "stadshus",
            RemittedOn = new(2023, 10, 2),
            RecipientDeadline = new(2023, 10, 25),
            RemitterDeadline = new(2023, 11, 10),
            Coordinators = [new("Ylva Provlund", "Handläggare", "ylva.provlund@stadshusab.example")],
            Recipients = ["sisab", "micasa"],
        };
        remissCase = change?.Invoke(remissCase) ?? remissCase;
        await Get<CaseRegistration>().RegisterAsync(remissCase, Register.Empty, CancellationToken.None);
        return remissCase;
    }

    public async Task<Document> DocumentAsync(string name, string caseId = CaseId) =>
        (await Get<RemissLedger>().ListAsync<Document>(caseId, CancellationToken.None)).Single(d => d.FileName == name);

    public async Task<Recipient> RecipientAsync(string organisation, string caseId = CaseId) =>
        (await Get<RemissLedger>().FindAsync<Recipient>(caseId, LedgerKeys.Recipient(organisation), CancellationToken.None))!.Value;

    public Task<IReadOnlyList<AuditEntry>> AuditAsync(string caseId = CaseId) => Get<RemissLedger>().ListAsync<AuditEntry>(caseId, CancellationToken.None);

    /// <summary>The address of a company's own page, as it stands in its mails.</summary>
    public async Task<string> UploadPageAsync(string caseId, string organisation = "sisab") =>
        $"/upload/{Get<UploadLinks>().TokenFor(caseId, await RecipientAsync(organisation, caseId))}";

    public static string PageOf(Document document, string caseId = CaseId) => Remiss.Web.Pages.Addresses.Document(caseId, document);

    /// <summary>What axe finds serious or critical; the page must have been opened past its policy.</summary>
    public async Task<string[]> FaultsOnAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof axe !== 'undefined'")) await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run({ resultTypes: ['violations'] })).violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => `${v.id}: ${v.nodes.map(n => n.target).join(', ')}`)
            """);
    }

    /// <summary>Neither in light nor in dark, and whole on the narrowest of screens.</summary>
    public async Task FindNoFaultAsync(IPage page, string name)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await FaultsOnAsync(page));
            await ShootAsync(page, name, scheme);
        }

        await page.SetViewportSizeAsync(320, 800);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 320, $"{name} is wider than 320 pixels.");
    }

    /// <summary>Pictures of a page at 1280 and 390 pixels, for people to look at, where the variable REMISS_SHOTS names a folder.</summary>
    /// <param name="isWhole">Also what is below the first screen.</param>
    public static async Task ShootAsync(IPage page, string name, ColorScheme scheme, bool isWhole = true)
    {
        if (Environment.GetEnvironmentVariable("REMISS_SHOTS") is not { Length: > 0 } shots) return;
        await page.EvaluateAsync(
            """
            ([from, to]) => {
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replaceAll(from, to);
            }
            """,
            new[] { $"{Environment.UserName} på {Environment.MachineName}", "Ylva Provlund" });
        foreach (var width in (int[])[390, 1280])
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ScreenshotAsync(new() { Path = Path.Combine(shots, $"{FileName().Replace(name.Trim('/'), "-")}-{scheme}-{width}.png".ToLowerInvariant()), FullPage = isWhole });
        }
    }

    [GeneratedRegex("[^0-9A-Za-zåäöÅÄÖ]+")]
    private static partial Regex FileName();

    private async Task LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    private static string Chromium => ((string[])["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is not installed: apt-get install chromium.");

    private async Task FillAsync()
    {
        var register = await RegisterFile.ReadAsync(Path.Combine(Sample, "register.json"), CancellationToken.None);
        var file = Path.Combine(Sample, "case.json");
        var remissCase = await Get<RequestFiles>().KeepAsync(await CaseFile.ReadAsync(file, register, CancellationToken.None), file, CancellationToken.None);
        var clock = Get<SteppedClock>();
        clock.Set(SwedishTime.At(remissCase.RemittedOn, new(9, 0)));
        await Get<CaseRegistration>().RegisterAsync(remissCase, register, CancellationToken.None);

        clock.Set(SwedishTime.At(new(2023, 10, 11), new(10, 0)));
        var planned = await PlannedFile.InSampleAsync(Sample, CaseId, CancellationToken.None);
        foreach (var one in planned.Where(p => p.ArrivesAt < clock.GetUtcNow())) await one.PutAsync(Get<InboxWriter>(), CancellationToken.None);
        foreach (var name in HostileNames) await PutAsync(CaseId, "sga-fastigheter", name, Encoding.UTF8.GetBytes($"Fil med besvärligt namn.\n\u202Evänd text\n<script>document.title='knäckt'</script>\n{name.Length}"));
        await Get<StepPump>().DrainAsync(CancellationToken.None);
        await Get<DispatchRun>().RunAsync(CancellationToken.None);
    }

    private Task PutAsync(string caseId, string organisation, string name, byte[] content) => Get<InboxWriter>().PutAsync(
        new($"{caseId}/{organisation}/{name}", "1", Get<SteppedClock>().GetUtcNow()), new MemoryStream(content), CancellationToken.None);
}
