using System.Text;
using Remiss.Cases;
using Remiss.Intake.Classification;
using Remiss.Reports;

namespace Remiss.Tests.Reports;

public sealed class StatusCsvTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"")]
    [InlineData("+46", "\"'+46\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("Bolaget \"X\"; AB", "\"Bolaget \"\"X\"\"; AB\"")]
    public void A_name_is_never_a_formula(string name, string cell)
    {
        var lines = Lines(name);

        Assert.StartsWith(cell + ";\"x\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_tells_status_stance_and_deadline() =>
        Assert.Equal("\"X AB\";\"x\";\"responded\";\"2023-10-06\";\"ingen_erinran\";\"x/svar.pdf\"", Lines("X AB")[1]);

    private static string[] Lines(string name)
    {
        var status = new CaseStatus(
            "ks-1", [new("x", RecipientStatus.Responded, new(2023, 10, 6), Stance.IngenErinran, null, ["x/svar.pdf"])], [], []);
        var csv = StatusCsv.Write(status, new Register([new() { Id = "x", Name = name }]));
        return Encoding.UTF8.GetString(csv.AsSpan(3)).Split("\r\n");
    }
}
