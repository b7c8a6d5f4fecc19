using System.Text.Json.Nodes;

namespace Remiss.Infra.Tests;

public sealed class AppTests
{
    private const string Sites = "Microsoft.Web/sites";
    private const string Config = "Microsoft.Web/sites/config";

    /// <summary>Settings of the platform and of the triggers, which no options class binds.</summary>
    private static readonly string[] OfPlatform =
    [
        .. Connection("AzureWebJobsStorage"),
        .. Connection("RemissStorage"),
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "AZURE_CLIENT_ID",
        "SweepSchedule",
        "RemindersSchedule",
        "WeeklySchedule",
        "DailySchedule",
        "DispatchSchedule",
        "ShareSchedule",
        "MailboxSchedule",
    ];

    /// <summary>
    /// Settings that an installation in Azure leaves alone: there is no other program to start there, the template is the built-in one
    /// and the app proves itself with its identity.
    /// </summary>
    private static readonly string[] OfOtherMachines =
    [
        "Extractor__Command",
        "Compilation__Office",
        "Compilation__OfficeTimeLimit",
        "Compilation__Template",
        "Graph__ClientSecret",
        "Graph__CertificatePath",
    ];

    private static Resource App => Installation.Plain.Single(Sites, "func-remiss-");

    public static TheoryData<string> BoundByCode => [.. BoundSettings.Find().Except(OfOtherMachines)];

    public static TheoryData<string> Schedules => [.. OfPlatform.Where(name => name.EndsWith("Schedule", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(BoundByCode))]
    public void Setting_that_the_code_binds_is_set(string name) => Assert.Contains(name, Settings(Installation.Plain).Select(setting => setting.Key));

    [Fact]
    public void No_setting_is_set_that_nobody_reads() => Assert.Equal(
        BoundSettings.Find().Except(OfOtherMachines).Concat(OfPlatform).Order(),
        Settings(Installation.Plain).Select(setting => setting.Key).Order());

    [Fact]
    public void Files_wait_for_the_scanner_where_its_verdict_can_be_read() => Assert.Equal(
        ("off", "tag"),
        ((string)Settings(Installation.Plain)["Quarantine__Mode"]!, (string)Settings(Installation.Full)["Quarantine__Mode"]!));

    [Fact]
    public void Login_adds_the_one_setting_it_needs() => Assert.Equal(
        ["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"],
        Settings(Installation.Full).Select(setting => setting.Key).Except(Settings(Installation.Plain).Select(setting => setting.Key)));

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Schedule_has_six_fields_within_their_limits(string name)
    {
        var fields = ((string)Settings(Installation.Plain)[name]!).Split(' ');

        Assert.Equal(6, fields.Length);
        Assert.All(fields.Zip([(0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 6)]), field => Assert.True(Fits(field.First, field.Second), name));
    }

    [Fact]
    public void Scans_are_read_by_the_account_where_there_is_one()
    {
        var account = Assert.Single(Installation.Full.OfType("Microsoft.CognitiveServices/accounts"));

        Assert.Equal("", (string)Settings(Installation.Plain)["Ocr__Endpoint"]!);
        Assert.Equal($"https://{account.Text("customSubDomainName")}.cognitiveservices.azure.com/", (string)Settings(Installation.Full)["Ocr__Endpoint"]!);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "stremhost")]
    [InlineData("RemissStorage", "stremdata")]
    public void Storage_is_reached_as_the_app_itself_and_never_by_key(string connection, string account)
    {
        var settings = Settings(Installation.Plain);

        Assert.Equal("managedidentity", (string)settings[$"{connection}__credential"]!);
        Assert.Contains("/userAssignedIdentities/id-remiss-", (string)settings[$"{connection}__clientId"]!, StringComparison.Ordinal);
        Assert.All(["blob", "queue", "table"], service =>
        {
            Assert.Contains($"/storageAccounts/{account}", (string)settings[$"{connection}__{service}ServiceUri"]!, StringComparison.Ordinal);
            Assert.EndsWith($").primaryEndpoints.{service}]", (string)settings[$"{connection}__{service}ServiceUri"]!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Address_of_the_flow_is_read_from_the_vault_and_only_when_wanted()
    {
        Assert.Equal("", (string)Settings(Installation.Plain)["Workflows__WebhookUrl"]!);
        Assert.Matches(
            @"^@Microsoft\.KeyVault\(VaultName=kv-\w+;SecretName=teams-flow\)$", (string)Settings(Installation.Full)["Workflows__WebhookUrl"]!);
    }

    [Fact]
    public void No_setting_holds_a_secret() => Assert.All(
        Settings(Installation.Full), setting => Assert.False(IsSecret(setting.Value!.ToString()), setting.Key));

    [Fact]
    public void Plan_is_flex_with_nothing_always_ready()
    {
        Assert.Equal("FC1", (string)Assert.Single(Installation.Plain.OfType("Microsoft.Web/serverfarms")).Json["sku"]!["name"]!);
        Assert.Equal(("dotnet-isolated", "10.0"), (App.Text("functionAppConfig.runtime.name"), App.Text("functionAppConfig.runtime.version")));
        Assert.Equal("2048", App.Text("functionAppConfig.scaleAndConcurrency.instanceMemoryMB"));
        Assert.Empty(App.At("functionAppConfig.scaleAndConcurrency.alwaysReady")!.AsArray());
    }

    [Fact]
    public void Package_is_fetched_as_the_app_itself()
    {
        Assert.Equal("UserAssignedIdentity", App.Text("functionAppConfig.deployment.storage.authentication.type"));
        Assert.Contains("app-package", App.Text("functionAppConfig.deployment.storage.value"), StringComparison.Ordinal);
        Assert.Contains("stremhost", App.Text("functionAppConfig.deployment.storage.value"), StringComparison.Ordinal);
    }

    [Fact]
    public void App_speaks_tls_only_and_has_no_publishing_password()
    {
        Assert.Equal("true", App.Text("httpsOnly"));
        Assert.Equal(("1.2", "1.2"), (App.Text("siteConfig.minTlsVersion"), App.Text("siteConfig.scmMinTlsVersion")));
        var ways = Installation.Plain.OfType($"{Sites}/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(["ftp", "scm"], ways.Select(way => way.OwnName).Order());
        Assert.All(ways, way => Assert.Equal("false", way.Text("allow")));
    }

    [Fact]
    public void Azd_finds_the_app_by_its_tag() => Assert.Contains(
        $"\n  {App.Json["tags"]!["azd-service-name"]}:\n", Repository.Read("azure.yaml"), StringComparison.Ordinal);

    [Fact]
    public void Without_an_application_to_log_in_to_nobody_gets_in()
    {
        var login = Login(Installation.Plain);

        Assert.Equal(("true", "true", "Return401"), (
            login.Text("platform.enabled"),
            login.Text("globalValidation.requireAuthentication"),
            login.Text("globalValidation.unauthenticatedClientAction")));
        Assert.Empty(login.At("identityProviders")!.AsObject());
    }

    [Fact]
    public void People_log_in_to_their_own_tenant_without_a_client_secret()
    {
        var login = Login(Installation.Full);

        Assert.Equal(("true", "RedirectToLoginPage"), (
            login.Text("globalValidation.requireAuthentication"), login.Text("globalValidation.unauthenticatedClientAction")));
        var registration = login.At("identityProviders.azureActiveDirectory.registration")!;
        Assert.Equal(Installation.LoginClientId, (string)registration["clientId"]!);
        Assert.Equal("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", (string)registration["clientSecretSettingName"]!);
        Assert.Contains("loginEndpoint", (string)registration["openIdIssuer"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("common", (string)registration["openIdIssuer"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_blob_webhook_and_what_companies_see_is_open() => Assert.All(
        [Installation.Plain, Installation.Full],
        installation => Assert.Equal(
            ["/runtime/webhooks/blobs", "/upload/*", "/assets/*", "/personuppgifter", "/tillganglighet", "/healthz"],
            Login(installation).Texts("globalValidation.excludedPaths")));

    [Fact]
    public void Key_of_the_upload_links_stays_in_the_vault() => Assert.Matches(
        @"^@Microsoft\.KeyVault\(VaultName=kv-[^;]+;SecretName=upload-link-key\)$", (string)Settings(Installation.Plain)["Security__Key"]!);

    [Fact]
    public void Roles_of_the_application_are_those_of_the_pages()
    {
        var roles = JsonNode.Parse(Repository.Read("infra/login/roles.json"))!.AsArray();

        Assert.Equal(["Remiss.Approver", "Remiss.Coordinator", "Remiss.Reader"], roles.Select(role => (string)role!["value"]!).Order());
        Assert.Equal(3, roles.Select(role => Guid.Parse((string)role!["id"]!)).Distinct().Count());
        Assert.All(roles, role => Assert.Equal("User", (string)Assert.Single(role!["allowedMemberTypes"]!.AsArray())!));
    }

    private static JsonObject Settings(Installation installation) =>
        Assert.Single(installation.OfType(Config), config => config.OwnName == "appsettings").Properties;

    private static Resource Login(Installation installation) =>
        Assert.Single(installation.OfType(Config), config => config.OwnName == "authsettingsV2");

    private static string[] Connection(string name) =>
    [
        $"{name}__blobServiceUri", $"{name}__queueServiceUri", $"{name}__tableServiceUri", $"{name}__credential", $"{name}__clientId",
    ];

    private static bool IsSecret(string value) => new[] { "listKeys", "AccountKey=", "SharedAccessSignature", "listAccountSas" }
        .Any(sign => value.Contains(sign, StringComparison.OrdinalIgnoreCase));

    private static bool Fits(string field, (int Low, int High) limits) => field.Split(',').All(part =>
    {
        var halves = part.Split('/');
        return halves.Length <= 2
            && (halves.Length == 1 || (int.TryParse(halves[1], out var step) && step > 0 && step <= limits.High))
            && (halves[0] == "*" || halves[0].Split('-').All(number => int.TryParse(number, out var n) && n >= limits.Low && n <= limits.High));
    });
}
