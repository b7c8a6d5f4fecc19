namespace Remiss.Web.Api;

/// <summary>Ids are letters, digits, hyphens and underscores; anything else names nothing, and need not be looked for.</summary>
internal static class ApiKeys
{
    public static bool AreKeys(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (key.Length is 0 or > 200 || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return false;
        }

        return true;
    }
}
