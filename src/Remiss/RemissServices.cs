using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Remiss.Audit;
using Remiss.Cases;
using Remiss.Compilation;
using Remiss.Compilation.Attesting;
using Remiss.Compilation.Choices;
using Remiss.Compilation.Pdf;
using Remiss.Dispatch;
using Remiss.Disposal;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Suggestion;
using Remiss.Intake.Delta;
using Remiss.Intake.Extraction;
using Remiss.Intake.Extraction.Ocr;
using Remiss.Intake.Quarantine;
using Remiss.Intake.Review;
using Remiss.Mailbox;
using Remiss.Notifications;
using Remiss.Notifications.Graph;
using Remiss.Notifications.Mail;
using Remiss.Notifications.Workflows;
using Remiss.Reminders;
using Remiss.Reports;
using Remiss.Share;
using Remiss.Storage;
using Remiss.Web;
using Remiss.Web.Api;
using Remiss.Web.Pages.Cases;
using Remiss.Web.Pages.Operations;
using Remiss.Web.Pages.Recipients;
using Remiss.Web.Pages.Report;
using Remiss.Web.Pages.Review;
using Remiss.Web.Pages.Snapshots;
using Remiss.Web.Security;
using Remiss.Web.Upload;

namespace Remiss;

/// <summary>The only composition root: the Functions app and the local host are made of the same parts.</summary>
public static class RemissServices
{
    public static IHostApplicationBuilder AddRemiss(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        AddStorage(services);
        AddIntake(services);
        AddNotifications(services);
        AddWaysIn(services);
        services.AddSingleton<CaseRegistration>();
        services.AddSingleton<RegisterHandler>();
        services.AddSingleton<CaseHandler>();
        services.AddSingleton<CaseClosing>();
        services.AddSingleton<DisposalHandler>();
        services.AddSingleton<CaseVerification>();
        services.AddSingleton<CaseStatusReader>();
        AddCompilation(services);
        AddWeb(services);
        return builder;
    }

    /// <summary>What reads files, without a storage.</summary>
    public static IServiceCollection AddExtraction(this IServiceCollection services)
    {
        AddOptions<ExtractorOptions, ExtractorOptionsValidator>(services, "Extractor");
        AddOptions<OcrOptions, OcrOptionsValidator>(services, "Ocr");
        services.AddSingleton<ExtractorPool>();
        services.AddSingleton(OcrChoice.Engine);
        services.AddSingleton<ScanReading>();
        services.AddSingleton<DocumentExtractor>();
        services.AddSingleton<IDocumentExtractor>(provider => provider.GetRequiredService<DocumentExtractor>());
        return services;
    }

    private static void AddStorage(IServiceCollection services)
    {
        services.AddSingleton<StorageClients>();
        services.AddSingleton(provider => provider.GetRequiredService<StorageClients>().Tables());
        services.AddSingleton(provider => provider.GetRequiredService<StorageClients>().Blobs());
        services.AddSingleton(provider => provider.GetRequiredService<StorageClients>().Queues());
        services.AddSingleton<BlobContainers>();
        services.AddSingleton<StepQueues>();
        services.AddSingleton<RemissLedger>();
        services.AddSingleton<OriginalStore>();
        services.AddSingleton<TextStore>();
        services.AddSingleton<StorageSetup>();
    }

    private static void AddIntake(IServiceCollection services)
    {
        AddOptions<IntakeOptions, IntakeOptionsValidator>(services, "Intake");
        services.AddSingleton<InboxWriter>();
        services.AddSingleton<ArrivalRecorder>();
        services.AddSingleton<FailureNote>();
        AddOptions<QuarantineOptions, QuarantineOptionsValidator>(services, "Quarantine");
        services.AddSingleton<MalwareScan>();
        services.AddSingleton<ReceiveHandler>();
        services.AddSingleton<ExtractHandler>();
        services.AddSingleton<KnownFacts>();
        services.AddSingleton<ClassifyHandler>();
        services.AddSingleton<PoisonHandler>();
        services.AddSingleton<PoisonBlobHandler>();
        services.AddSingleton<ReplayHandler>();
        services.AddSingleton<DocumentMover>();
        services.AddSingleton<ReviewHandler>();
        services.AddSingleton<SecrecyHandler>();
        services.AddSingleton<CorrectionsExport>();
        services.AddSingleton<ReconciliationRun>();
        services.AddSingleton<Reconciliation>();
        services.AddSingleton<DocumentClassifier>();
        services.AddExtraction();
        services.AddSingleton(provider => new DocumentSuggester(
            provider.GetService<IChatClient>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DocumentSuggester>>()));
    }

    private static void AddCompilation(IServiceCollection services)
    {
        AddOptions<CompilationOptions, CompilationOptionsValidator>(services, "Compilation");
        services.AddSingleton<TemplateFile>();
        services.AddSingleton<ReportRecords>();
        services.AddSingleton<ReportSourceReader>();
        services.AddSingleton<CompileHandler>();
        services.AddSingleton<ReportExport>();
        services.AddSingleton<PdfConverter>();
        services.AddSingleton<ChoicesHandler>();
        services.AddSingleton<AttestHandler>();
    }

    private static void AddNotifications(IServiceCollection services)
    {
        AddOptions<NotificationOptions, NotificationOptionsValidator>(services, "Notifications");
        AddOptions<ReminderSchedule, ReminderScheduleValidator>(services, "Reminders");
        AddOptions<GraphOptions, GraphOptionsValidator>(services, "Graph");
        AddOptions<WorkflowsOptions, WorkflowsOptionsValidator>(services, "Workflows");
        services.AddSingleton<WorkflowsWebhook>();
        services.AddSingleton(Graph);
        services.AddSingleton<INotifier>(Notifier);
        services.AddSingleton<SendOnce>();
        services.AddSingleton<UnknownSends>();
        services.AddSingleton<MailRenderer>();
        services.AddSingleton<RequestFiles>();
        services.AddSingleton<DispatchRun>();
        services.AddSingleton<ReminderRun>();
        services.AddSingleton<DecisionHandler>();
        services.AddSingleton<DailyNoticeRun>();
        services.AddSingleton<WeeklyReportRun>();
    }

    private static void AddWaysIn(IServiceCollection services)
    {
        AddOptions<ShareOptions, ShareOptionsValidator>(services, "Share");
        services.AddSingleton<DeltaWalk>();
        services.AddSingleton<CaseFolders>();
        services.AddSingleton<ShareRun>();
        AddOptions<MailboxOptions, MailboxOptionsValidator>(services, "Mailbox");
        services.AddSingleton<MailboxRun>();
        services.AddSingleton<ReturnedMails>();
    }

    private static void AddWeb(IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = RemissPipeline.LargestRequest);
        services.AddHealthChecks().AddCheck<StorageHealth>("storage");
        services.AddRouting();
        AddOptions<SecurityOptions, SecurityOptionsValidator>(services, "Security");
        WebSecurity.Add(services);
        AddUpload(services);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ApiProblems.Customize);
        services.ConfigureHttpJsonOptions(options => RemissJson.Configure(options.SerializerOptions));
        services.AddOpenApi(ApiEndpoints.Describe);
        services.AddSingleton<RemissPipeline>();
        services.AddSingleton<CaseSnapshots>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<RecipientDesk>();
        services.AddSingleton<RecipientLinks>();
        services.AddSingleton<PagePictures>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<OperationsDesk>();
        services.AddSingleton<ReportDesk>();
    }

    private static void AddUpload(IServiceCollection services)
    {
        AddOptions<UploadOptions, UploadOptionsValidator>(services, "Upload");
        UploadRateLimit.Add(services);
        services.AddSingleton<UploadLinks>();
        services.AddSingleton<UploadDoor>();
        services.AddSingleton<UploadHandler>();
        services.AddSingleton<StatementHandler>();
        services.AddSingleton<ReceivedFiles>();
    }

    /// <summary>One for everything: what shares Graph's limits has to know of each other.</summary>
    private static Lazy<GraphServiceClient> Graph(IServiceProvider provider) => new(() => GraphConnection.Open(
        provider.GetRequiredService<IOptions<GraphOptions>>().Value, provider.GetRequiredService<TimeProvider>()));

    private static INotifier Notifier(IServiceProvider provider)
    {
        var graph = provider.GetRequiredService<IOptions<GraphOptions>>();
        var sender = provider.GetRequiredService<IOptions<NotificationOptions>>();
        var time = provider.GetRequiredService<TimeProvider>();
        return graph.Value.HasMailbox()
            ? new GraphNotifier(provider.GetRequiredService<Lazy<GraphServiceClient>>(), graph, sender, provider.GetRequiredService<WorkflowsWebhook>())
            : new OutboxNotifier(provider.GetRequiredService<BlobContainers>().Outbox, sender, time);
    }

    private static void AddOptions<TOptions, TValidator>(IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
    }
}
