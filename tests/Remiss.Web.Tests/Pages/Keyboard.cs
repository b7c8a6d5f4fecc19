using Microsoft.Playwright;

namespace Remiss.Web.Tests.Pages;

/// <summary>A person who has no mouse.</summary>
internal static class Keyboard
{
    private const int MostTabs = 150;

    /// <summary>Tabs on until something with that text, or that id, has the focus.</summary>
    public static async Task TabToAsync(this IPage page, string textOrId)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<string[]>("() => [document.activeElement.id, document.activeElement.innerText ?? '']");
            if (at[0] == textOrId || at[1].Trim().StartsWith(textOrId, StringComparison.Ordinal))
            {
                Assert.True(await FocusIsSeenAsync(page), $"The focus on {textOrId} is not seen.");
                return;
            }
        }

        Assert.Fail($"Nothing with '{textOrId}' got the focus.");
    }

    private static Task<bool> FocusIsSeenAsync(IPage page) => page.EvaluateAsync<bool>(
        "() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; }");
}
