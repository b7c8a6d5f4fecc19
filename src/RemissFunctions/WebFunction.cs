using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Remiss.Web;

namespace RemissFunctions;

/// <summary>Every page and every call of the API: what is behind an address is decided by <see cref="RemissPipeline"/>.</summary>
public sealed class WebFunction(RemissPipeline pipeline)
{
    [Function("Web")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", Route = "{*path}")] HttpRequest request) =>
        pipeline.HandleAsync(request.HttpContext);
}
