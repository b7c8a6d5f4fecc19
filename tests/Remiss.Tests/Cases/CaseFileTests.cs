using Remiss.Cases;

namespace Remiss.Tests.Cases;

public sealed class CaseFileTests : IDisposable
{
    private const string Valid = """
        {
          "id": "ks-2023-740", "dnr": "KS 2023/740", "title": "Samverkansöverenskommelse", "remitter": "Kommunstyrelsen",
          "coordinatingBody": "stadshus", "remittedOn": "2023-09-11", "remitterDeadline": "2023-10-27", "recipientDeadline": "2023-10-06",
          "coordinators": [{ "name": "Ylva Provlund", "title": "Handläggare", "mail": "ylva@stadshus.example" }],
          "topics": [{ "id": "unga", "title": "Unga i riskzon", "keywords": ["ungdom"] }],
          "recipients": ["sisab", "micasa"]
        }
        """;

    private static readonly Register Register = new(
    [
        new() { Id = "stadshus", Name = "Stockholms Stadshus AB" },
        new() { Id = "sisab", Name = "Skolfastigheter i Stockholm AB" },
        new() { Id = "micasa", Name = "Micasa Fastigheter i Stockholm AB" },
    ]);

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_valid_file_is_read_whole()
    {
        var remissCase = await ReadAsync(Valid);

        Assert.Equal(new DateOnly(2023, 10, 6), remissCase.RecipientDeadline);
        Assert.Equal(["sisab", "micasa"], remissCase.Recipients);
        Assert.Equal("ungdom", Assert.Single(Assert.Single(remissCase.Topics).Keywords));
        Assert.Null(remissCase.Coordinators[0].EntraId);
    }

    [Theory]
    [InlineData("\"id\": \"ks-2023-740\"", "\"id\": \"KS 2023/740\"", "id: a–z i små bokstäver")]
    [InlineData("\"dnr\": \"KS 2023/740\", ", "", "dnr: fältet saknas")]
    [InlineData("\"remittedOn\": \"2023-09-11\"", "\"remittedOn\": \"11 september\"", "remittedOn: ett datum som 2023-10-06 väntades")]
    [InlineData("\"remittedOn\": \"2023-09-11\"", "\"remittedOn\": 20230911", "remittedOn: en text väntades")]
    [InlineData("ylva@stadshus.example", "ylva", "coordinators[0].mail: en e-postadress")]
    [InlineData("\"recipients\": [\"sisab\", \"micasa\"]", "\"recipients\": []", "recipients: minst 1 väntades")]
    [InlineData("[\"sisab\", \"micasa\"]", "[\"sisab\", \"sisab\"]", "recipients: varje värde får stå bara en gång")]
    [InlineData("\"title\": \"Samverkansöverenskommelse\"", "\"titel\": \"Samverkan\"", "titel: fältet är okänt")]
    [InlineData("[\"sisab\", \"micasa\"]", "[\"sisab\", \"sissab\"]", "recipients[1]: sissab finns inte i registret")]
    [InlineData("\"coordinatingBody\": \"stadshus\"", "\"coordinatingBody\": \"stadshuset\"", "coordinatingBody: stadshuset finns inte i registret")]
    [InlineData("\"remitterDeadline\": \"2023-10-27\"", "\"remitterDeadline\": \"2023-10-01\"", "remitterDeadline: samma dag som recipientDeadline")]
    [InlineData("\"recipientDeadline\": \"2023-10-06\"", "\"recipientDeadline\": \"2023-09-01\"", "recipientDeadline: en dag efter remittedOn")]
    public async Task An_error_names_the_file_the_field_and_what_was_expected(string right, string wrong, string expected)
    {
        Assert.Contains(right, Valid, StringComparison.Ordinal);

        var error = await Assert.ThrowsAsync<InvalidFileException>(() => ReadAsync(Valid.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(error.Errors, e => e.Contains(expected, StringComparison.Ordinal));
        Assert.Contains("case.json: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_errors_are_told_at_once()
    {
        var wrong = Valid
            .Replace("\"dnr\": \"KS 2023/740\", ", "", StringComparison.Ordinal)
            .Replace("2023-10-27", "snart", StringComparison.Ordinal)
            .Replace("ylva@stadshus.example", "ylva", StringComparison.Ordinal);

        var error = await Assert.ThrowsAsync<InvalidFileException>(() => ReadAsync(wrong));

        Assert.Equal(3, error.Errors.Count);
    }

    [Fact]
    public async Task Broken_json_is_told_with_its_line()
    {
        var error = await Assert.ThrowsAsync<InvalidFileException>(() => ReadAsync("{\n  \"id\": \n}"));

        Assert.Contains("rad 3", Assert.Single(error.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_told_as_such()
    {
        var error = await Assert.ThrowsAsync<InvalidFileException>(
            () => CaseFile.ReadAsync(Path.Combine(folder, "none.json"), Register, TestContext.Current.CancellationToken));

        Assert.Contains("none.json: filen finns inte", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"organisations":[{"id":"a","name":"Bolag A"},{"id":"a","name":"Bolag B"}]}""", "id a står mer än en gång")]
    [InlineData("""{"organisations":[{"id":"a","name":"Bolag A"},{"id":"b","name":"Bolag B","aliases":["bolag a"]}]}""", "hör till mer än en organisation")]
    [InlineData("""{"organisations":[{"id":"a","name":"Bolag A","domains":["x.se"]},{"id":"b","name":"B B","domains":["x.se"]}]}""", "domänen x.se")]
    [InlineData("""{"organisations":[{"id":"a","name":"Bolag A","contacts":[{"name":"Bo","mail":"bo@a.se","role":"chef"}]}]}""", "contacts[0].role: ett av answerer, registrar, escalation")]
    [InlineData("""{"organisations":[{"id":"a","name":"Bolag A","organisationNumber":"5560"}]}""", "organisationNumber: ett organisationsnummer")]
    public async Task A_register_that_contradicts_itself_is_refused(string json, string expected)
    {
        var path = Path.Combine(folder, "register.json");
        await File.WriteAllTextAsync(path, json, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<InvalidFileException>(() => RegisterFile.ReadAsync(path, TestContext.Current.CancellationToken));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private async Task<RemissCase> ReadAsync(string json)
    {
        var path = Path.Combine(folder, "case.json");
        await File.WriteAllTextAsync(path, json, TestContext.Current.CancellationToken);
        return await CaseFile.ReadAsync(path, Register, TestContext.Current.CancellationToken);
    }
}
