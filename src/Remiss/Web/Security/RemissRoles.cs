namespace Remiss.Web.Security;

/// <summary>The roles of the Entra application, as <c>infra/login/roles.json</c> has them.</summary>
public static class RemissRoles
{
    public const string Coordinator = "Remiss.Coordinator";
    public const string Reader = "Remiss.Reader";
    public const string Approver = "Remiss.Approver";
}
