using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Intake;
using Remiss.Local.Azurite;
using Remiss.Local.Host;
using Remiss.Local.Runs;
using Remiss.Local.Terminal;
using Remiss.Storage;
using Remiss.Web;
using Remiss.Web.Pages;

namespace Remiss.Local.Commands.Measuring;

/// <summary>How long each page takes on a large case: the figures of docs/web.md.</summary>
internal static class PageSpeedCommand
{
    private static readonly Option<int> Recipients = new("--recipients") { Description = "Remissinstanser", DefaultValueFactory = _ => 200 };
    private static readonly Option<int> Documents = new("--documents") { Description = "Handlingar", DefaultValueFactory = _ => 2000 };
    private static readonly Option<int> Requests = new("--requests") { Description = "Anrop av varje sida", DefaultValueFactory = _ => 40 };

    public static Command Create()
    {
        var command = new Command("page-speed", "Mäter sidornas svarstid på ett stort ärende") { Recipients, Documents, Requests };
        command.Hidden = true;
        command.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.GetValue(Recipients), arguments.GetValue(Documents), arguments.GetValue(Requests), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int recipients, int documents, int requests, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("remiss-speed-");
        try
        {
            await using var storage = await LocalStorage.OpenAsync(folder.FullName, Progress.Report, cancellationToken);
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            LocalHost.AddLocal(builder, storage);
            OwnLogin.Add(builder.Services);
            await using var app = builder.Build();
            app.UseRemiss();
            await app.Services.GetRequiredService<StorageSetup>().RunAsync(cancellationToken);
            Progress.Report($"Lägger upp {recipients} remissinstanser och {documents} handlingar …");
            await ActivatorUtilities.CreateInstance<LargeCase>(app.Services).CreateAsync(recipients, documents, cancellationToken);
            await app.StartAsync(cancellationToken);
            var document = (await app.Services.GetRequiredService<RemissLedger>().ListAsync<Document>(LargeCase.Id, cancellationToken))[0];
            using var http = new HttpClient { BaseAddress = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
            http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
            Console.Out.WriteLine("Sida                                        Första   Median      P95     Störst  Processor  (ms)");
            foreach (var page in PagesOf(document)) await MeasureAsync(http, page, requests, cancellationToken);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] PagesOf(Document document) =>
    [
        Addresses.Case(LargeCase.Id), Addresses.Cases, Addresses.Case(LargeCase.Id) + "/lage", Addresses.Case(LargeCase.Id) + "?lage=answered&sok=bolaget",
        Addresses.Case(LargeCase.Id) + "/handelser", Addresses.Case(LargeCase.Id) + "/andra", Addresses.Recipient(LargeCase.Id, document.Organisation),
        Addresses.Diary(LargeCase.Id), Addresses.Review, Addresses.Document(LargeCase.Id, document),
        Addresses.Report(LargeCase.Id), $"{Addresses.Report(LargeCase.Id)}/{document.Organisation}", Addresses.Operations, "/arenden/nytt",
    ];

    private static async Task MeasureAsync(HttpClient http, string page, int requests, CancellationToken cancellationToken)
    {
        List<double> taken = [];
        var used = TimeSpan.Zero;
        for (var i = 0; i <= requests; i++)
        {
            if (i == 1) used = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            using var answer = await http.GetAsync(new Uri(page, UriKind.Relative), cancellationToken);
            await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            taken.Add(clock.Elapsed.TotalMilliseconds);
            if (!answer.IsSuccessStatusCode) throw new UserErrorException($"{page} svarade {(int)answer.StatusCode}. Se loggen på standardfel.");
        }

        Print(page, taken, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / requests);
    }

    /// <summary>
    /// The first request fills what is kept in memory, and stands by itself. Processor time, of server and caller together, is what a page takes
    /// on a machine that nobody else uses.
    /// </summary>
    private static void Print(string page, List<double> taken, double processor)
    {
        var sorted = taken.Skip(1).Order().ToList();
        var name = page.Length > 42 ? page[..41] + "…" : page;
        var p95 = sorted[(int)Math.Ceiling(sorted.Count * .95) - 1];
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-42} {taken[0],8:F0} {sorted[sorted.Count / 2],8:F0} {p95,8:F0} {sorted[^1],10:F0} {processor,10:F0}"));
    }
}
