namespace Remiss.Web.Pages.Shell;

/// <summary>The part of the main menu that a page belongs to.</summary>
public enum PageArea
{
    None,
    Cases,
    Review,
    Operations,
}

/// <summary>A page above this one.</summary>
public sealed record Crumb(string Text, string Address);
