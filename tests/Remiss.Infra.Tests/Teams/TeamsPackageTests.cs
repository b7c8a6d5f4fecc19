using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Remiss.Infra.Tests.Teams;

public sealed class TeamsPackageTests
{
    private const string Host = "func-remiss-prov.azurewebsites.net";
    private const string ClientId = "44444444-4444-4444-4444-444444444444";

    [Fact]
    public async Task Manifest_is_what_teams_asks_for()
    {
        var schema = await JsonSchema.FromJsonAsync(
            Repository.Read("tests/Remiss.Infra.Tests/Teams/manifest.schema.json"), TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(Manifest().ToJsonString()));
    }

    [Theory]
    [InlineData("accentColor", "\"blå\"")]
    [InlineData("id", "\"remiss\"")]
    [InlineData("unknown", "true")]
    [InlineData("description", "{ \"short\": \"" + EightyOneLetters + "\", \"full\": \"x\" }")]
    [InlineData("icons", "{ \"color\": \"color.png\" }")]
    [InlineData("webApplicationInfo", "{ \"id\": \"{{CLIENT_ID}}\", \"resource\": \"x\" }")]
    public async Task Manifest_that_teams_would_refuse_is_refused(string property, string value)
    {
        var schema = await JsonSchema.FromJsonAsync(
            Repository.Read("tests/Remiss.Infra.Tests/Teams/manifest.schema.json"), TestContext.Current.CancellationToken);
        var manifest = Manifest();
        manifest[property] = JsonNode.Parse(value);

        Assert.NotEmpty(schema.Validate(manifest.ToJsonString()));
    }

    [Fact]
    public void App_asks_to_send_activities_to_people_who_have_it_and_for_nothing_else()
    {
        var permissions = Manifest()["authorization"]!["permissions"]!.AsObject();

        var permission = Assert.Single(Assert.Single(permissions).Value!.AsArray());
        Assert.Equal(("TeamsActivity.Send.User", "Application"), ((string)permission!["name"]!, (string)permission["type"]!));
        Assert.Equal(ClientId, (string)Manifest()["webApplicationInfo"]!["id"]!);
    }

    [Fact]
    public void Every_activity_has_one_text_to_fill_in()
    {
        var types = Manifest()["activities"]!["activityTypes"]!.AsArray();

        Assert.Equal(["answerOwed", "decisionOwed"], types.Select(type => (string)type!["type"]!));
        Assert.All(types, type => Assert.EndsWith(": {text}", (string)type!["templateText"]!, StringComparison.Ordinal));
    }

    [Fact]
    public void Colour_icon_is_192_pixels_wide_and_opaque()
    {
        var icon = Icon("color");

        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(icon.Pixels, pixel => Assert.Equal(255, pixel.Alpha));
        Assert.Contains(icon.Pixels, pixel => $"#{pixel.Red:X2}{pixel.Green:X2}{pixel.Blue:X2}" == (string)Manifest()["accentColor"]!);
    }

    [Fact]
    public void Outline_icon_is_32_pixels_wide_and_white_on_nothing()
    {
        var icon = Icon("outline");

        Assert.Equal((32, 32), (icon.Width, icon.Height));
        Assert.All(icon.Pixels, pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.Contains(icon.Pixels, pixel => pixel.Alpha == 0);
        Assert.Contains(icon.Pixels, pixel => pixel.Alpha == 255);
    }

    [Fact]
    public void Package_holds_the_filled_in_manifest_and_its_icons()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.zip");
        try
        {
            Pack(file);

            using var package = ZipFile.OpenRead(file);
            Assert.Equal(["color.png", "manifest.json", "outline.png"], package.Entries.Select(entry => entry.FullName).Order());
            using var reader = new StreamReader(package.GetEntry("manifest.json")!.Open());
            Assert.True(JsonNode.DeepEquals(Manifest(), JsonNode.Parse(reader.ReadToEnd())));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private const string EightyOneLetters = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static JsonNode Manifest() => JsonNode.Parse(Repository.Read("infra/teams/manifest.json")
        .Replace("{{HOST}}", Host, StringComparison.Ordinal)
        .Replace("{{CLIENT_ID}}", ClientId, StringComparison.Ordinal)
        .Replace("{{ORGANISATION}}", "Koncernledningen", StringComparison.Ordinal))!;

    private static PngImage Icon(string name) =>
        new(File.ReadAllBytes(Path.Combine(Repository.Infra, "teams", (string)Manifest()["icons"]![name]!)));

    private static void Pack(string file)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(Repository.Infra, "teams", "package.sh"), file]) { RedirectStandardError = true };
        start.Environment["APP_URL"] = $"https://{Host}";
        start.Environment["APP_CLIENT_ID"] = ClientId;
        start.Environment["SENDER_NAME"] = "Koncernledningen";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.SkipWhen(process.ExitCode == 127, "zip is missing: apt-get install zip");
        Assert.True(process.ExitCode == 0, error);
    }
}
