using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Remiss.Notifications.Mail;

/// <summary>Renders a Razor component to a whole HTML document; all that is not markup of the component itself is encoded.</summary>
public sealed class MailRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<string> RenderAsync<TComponent>(IReadOnlyDictionary<string, object?> parameters) where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters.ToDictionary()))).ToHtmlString());
    }

    public Task<string> RenderAsync(string band, Letter letter) =>
        RenderAsync<LetterMail>(new Dictionary<string, object?> { [nameof(LetterMail.Band)] = band, [nameof(LetterMail.Letter)] = letter });
}
