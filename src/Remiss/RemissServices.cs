using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Remiss.Cases;
using Remiss.Compilation;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Notifications;
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
        services.AddSingleton<CompileHandler>();
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
        services.AddOptions<IntakeOptions>().BindConfiguration("Intake").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ExtractorOptions>().BindConfiguration("Extractor").ValidateDataAnnotations().ValidateOnStart();
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

    private static string ConnectionString(IServiceProvider provider) =>
        provider.GetRequiredService<IConfiguration>()["AzureWebJobsStorage"] is { Length: > 0 } connectionString
            ? connectionString
            : throw new InvalidOperationException("AzureWebJobsStorage is not set. Set it to the storage account's connection string.");
}
