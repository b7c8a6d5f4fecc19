namespace Remiss.Web.Pages.Shell;

/// <summary>Why what was sent in could not be done.</summary>
/// <param name="Text">In Swedish, with what to do.</param>
/// <param name="Field">The name of the field that it is about; null when it is about none of them.</param>
public sealed record FormFault(string Text, string? Field = null)
{
    public static FormFault Incomplete { get; } = new("Formuläret var inte fullständigt. Fyll i det och skicka igen.");

    public static FormFault NoDay(string field) => new("Välj en dag.", field);
}
