using Microsoft.AspNetCore.Authorization;

namespace Remiss.Web.Security;

/// <summary>Who may do what. An endpoint that names none of these is closed to everybody.</summary>
public static class AccessPolicies
{
    /// <summary>May see cases, answers and reports. Coordinators and approvers may too.</summary>
    public const string Reader = "Reader";

    /// <summary>May decide and change.</summary>
    public const string Coordinator = "Coordinator";

    /// <summary>May attest a report.</summary>
    public const string Approver = "Approver";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Reader, policy => policy.RequireRole(RemissRoles.Reader, RemissRoles.Coordinator, RemissRoles.Approver));
        options.AddPolicy(Coordinator, policy => policy.RequireRole(RemissRoles.Coordinator));
        options.AddPolicy(Approver, policy => policy.RequireRole(RemissRoles.Approver));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        options.DefaultPolicy = options.FallbackPolicy;
    }
}
