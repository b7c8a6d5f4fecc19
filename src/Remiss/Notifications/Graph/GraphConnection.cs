using Azure.Core;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace Remiss.Notifications.Graph;

/// <summary>Makes the SDK's client, with our pace in the place of its retries.</summary>
public static class GraphConnection
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(100);

    public static GraphServiceClient Open(GraphOptions options, TimeProvider time)
    {
        var login = new AzureIdentityAuthenticationProvider(Credential(options), isCaeEnabled: true, scopes: [new Uri(options.BaseUrl, "/.default").AbsoluteUri]);
        return Open(options.BaseUrl, login, time);
    }

    public static GraphServiceClient Open(Uri baseUrl, IAuthenticationProvider login, TimeProvider time)
    {
        var handlers = GraphClientFactory.CreateDefaultHandlers(new GraphClientOptions());
        var place = handlers.Index().First(h => h.Item is RetryHandler).Index;
        handlers[place] = new GraphPace(time);
        var http = GraphClientFactory.Create(handlers);
        http.Timeout = Timeout;
        return new GraphServiceClient(http, login, baseUrl.AbsoluteUri);
    }

    private static TokenCredential Credential(GraphOptions options) => options switch
    {
        { ClientSecret: { Length: > 0 } secret } => new ClientSecretCredential(options.TenantId, options.ClientId, secret),
        { CertificatePath: { Length: > 0 } path } => new ClientCertificateCredential(options.TenantId, options.ClientId, path),
        { ClientId: { Length: > 0 } id } => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)),
        _ => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
    };
}
