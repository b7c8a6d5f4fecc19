using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Remiss.Cases;
using Remiss.Compilation;
using Remiss.Compilation.Attesting;
using Remiss.Compilation.Choices;
using Remiss.Compilation.Pdf;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Reminders;
using Remiss.Reports;
using Remiss.Storage;

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
        services.AddSingleton<CaseRegistration>();
        services.AddSingleton<CaseStatusReader>();
        AddCompilation(services);
        services.AddHealthChecks().AddCheck<StorageHealth>("storage");
        return builder;
    }

    private static void AddStorage(IServiceCollection services)
    {
        services.AddSingleton(provider => new TableServiceClient(ConnectionString(provider)));
        services.AddSingleton(provider => new BlobServiceClient(ConnectionString(provider)));
        services.AddSingleton(provider => new QueueServiceClient(
            ConnectionString(provider), new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }));
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
        AddOptions<ExtractorOptions, ExtractorOptionsValidator>(services, "Extractor");
        services.AddSingleton<InboxWriter>();
        services.AddSingleton<ArrivalRecorder>();
        services.AddSingleton<FailureNote>();
        services.AddSingleton<ReceiveHandler>();
        services.AddSingleton<ExtractHandler>();
        services.AddSingleton<ClassifyHandler>();
        services.AddSingleton<PoisonHandler>();
        services.AddSingleton<ReplayHandler>();
        services.AddSingleton<Reconciliation>();
        services.AddSingleton<DocumentClassifier>();
        services.AddSingleton<IDocumentExtractor, ExtractorPool>();
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
        services.AddSingleton<INotifier>(provider => new OutboxNotifier(
            provider.GetRequiredService<BlobContainers>().Outbox,
            provider.GetRequiredService<IOptions<NotificationOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SendOnce>();
        services.AddSingleton<MailRenderer>();
        services.AddSingleton<ReminderRun>();
        services.AddSingleton<WeeklyReportRun>();
    }

    private static void AddOptions<TOptions, TValidator>(IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
    }

    private static string ConnectionString(IServiceProvider provider) =>
        provider.GetRequiredService<IConfiguration>()["AzureWebJobsStorage"] is { Length: > 0 } connectionString
            ? connectionString
            : throw new InvalidOperationException("AzureWebJobsStorage is not set. Set it to the storage account's connection string.");
}
