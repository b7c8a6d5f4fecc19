namespace Remiss.Infra.Tests;

public sealed class HookTests
{
    [Fact]
    public void Login_is_registered_once_and_open_to_the_assigned_only()
    {
        var first = HookRun.Of("preprovision.sh", ("LOGIN_CLIENT_ID", ""));
        var second = HookRun.Of("preprovision.sh");

        Assert.Equal(0, first.ExitCode);
        Assert.Single(first.CallsOf("az ad app create"), call => call.Contains("--app-roles @infra/login/roles.json", StringComparison.Ordinal));
        Assert.Single(first.CallsOf("azd env set LOGIN_CLIENT_ID new-client-id"));
        Assert.Single(first.CallsOf("az ad sp update --id new-client-id --set appRoleAssignmentRequired=true"));
        Assert.Equal((0, 0), (second.ExitCode, second.Calls.Count));
    }

    [Fact]
    public void Whoever_may_not_register_applications_is_told_what_to_do()
    {
        var run = HookRun.Of("preprovision.sh", ("LOGIN_CLIENT_ID", ""), ("MAY_NOT_REGISTER", "yes"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("azd env set LOGIN_SETUP none", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.CallsOf("azd env set"));
    }

    [Fact]
    public void One_can_go_on_without_a_login()
    {
        var run = HookRun.Of("preprovision.sh", ("LOGIN_CLIENT_ID", ""), ("LOGIN_SETUP", "none"));

        Assert.Equal((0, 0), (run.ExitCode, run.Calls.Count));
    }

    [Fact]
    public void Missing_sender_is_told_before_anything_is_made()
    {
        var run = HookRun.Of("preprovision.sh", ("SENDER_MAIL", ""), ("LOGIN_CLIENT_ID", ""));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("azd env set SENDER_MAIL", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Calls);
    }

    [Fact]
    public void Month_of_the_budget_is_chosen_once()
    {
        Assert.Matches("^azd env set BUDGET_START [0-9]{4}-[0-9]{2}-01$", Assert.Single(HookRun.Of("preprovision.sh", ("BUDGET_START", "")).Calls));
        Assert.Empty(HookRun.Of("preprovision.sh").Calls);
    }

    [Fact]
    public void Private_network_needs_one_more_provider() => Assert.Equal(
        ["az provider register --namespace Microsoft.App --wait"], HookRun.Of("preprovision.sh", ("PRIVATE_NETWORK", "true")).Calls);

    [Fact]
    public void Key_of_the_upload_links_is_made_where_there_is_none_and_never_shown()
    {
        var run = HookRun.Of("postprovision.sh");

        Assert.Equal(0, run.ExitCode);
        Assert.Single(run.Calls, call => call == "made a key of 64 letters");
        Assert.DoesNotContain(run.CallsOf("az"), call => call.Contains("0123456789", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("yes", 0)]
    public void App_is_told_to_ask_for_a_new_key(string hasKey, int times) => Assert.Equal(
        times,
        HookRun.Of("postprovision.sh", ("HAS_UPLOAD_LINK_KEY", hasKey))
            .CallsOf("az rest --method post --url /app/config/configreferences/appsettings/refresh").Count());

    [Fact]
    public void Key_of_the_upload_links_is_never_made_anew()
    {
        var run = HookRun.Of("postprovision.sh", ("HAS_UPLOAD_LINK_KEY", "yes"));

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.CallsOf("openssl"));
        Assert.Empty(run.CallsOf("az deployment"));
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1", 0)]
    public void Login_of_ours_learns_the_address_and_trusts_the_identity_once(string known, int made)
    {
        var run = HookRun.Of("postprovision.sh", ("LOGIN_SETUP", "ours"), ("HAS_UPLOAD_LINK_KEY", "yes"), ("CREDENTIALS", known));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "https://func-remiss.azurewebsites.net/.auth/login/aad/callback", Assert.Single(run.CallsOf("az ad app update")), StringComparison.Ordinal);
        var credentials = run.CallsOf("az ad app federated-credential create").ToList();
        Assert.Equal(made, credentials.Count);
        Assert.All(credentials, call => Assert.Contains("login.microsoftonline.com/the-tenant/v2.0", call, StringComparison.Ordinal));
        Assert.All(credentials, call => Assert.Contains("\"subject\": \"the-principal\"", call, StringComparison.Ordinal));
    }

    [Fact]
    public void Login_of_somebody_else_is_left_alone() =>
        Assert.Empty(HookRun.Of("postprovision.sh", ("HAS_UPLOAD_LINK_KEY", "yes")).CallsOf("az ad"));

    [Fact]
    public void Events_are_subscribed_to_once_the_code_has_made_its_key()
    {
        var run = HookRun.Of("postdeploy.sh", ("KEY_AFTER", "4"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(4, run.CallsOf("az functionapp keys list").Count());
        Assert.Contains("--parameters infra/events.bicepparam", Assert.Single(run.CallsOf("az deployment group create")), StringComparison.Ordinal);
    }

    [Fact]
    public void Code_that_never_starts_is_told()
    {
        var run = HookRun.Of("postdeploy.sh", ("KEY_AFTER", "1000"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("blobs_extension", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.CallsOf("az deployment"));
    }

    [Theory]
    [InlineData("3", 0)]
    [InlineData("4", 1)]
    public void Webhook_that_is_slow_to_wake_is_given_three_tries(string answersAt, int exitCode)
    {
        var run = HookRun.Of("postdeploy.sh", ("WEBHOOK_AFTER", answersAt));

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(3, run.CallsOf("az deployment group create").Count());
    }
}
