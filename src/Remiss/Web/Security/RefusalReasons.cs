namespace Remiss.Web.Security;

/// <summary>Why a request was refused, as the security log says it.</summary>
public static class RefusalReasons
{
    public const string NoLogin = "no_login";
    public const string NoRight = "no_right";
    public const string ForgedPrincipal = "forged_principal";
    public const string UnreadablePrincipal = "unreadable_principal";
    public const string ForeignForm = "foreign_form";
    public const string UnknownLink = "unknown_link";
    public const string RevokedLink = "revoked_link";
    public const string ClosedCase = "closed_case";
    public const string ExpiredLink = "expired_link";
    public const string TooLarge = "too_large";
    public const string NoDocument = "no_document";
    public const string TooMany = "too_many";
}
