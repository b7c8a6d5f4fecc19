using System.Text;
using Remiss.Intake;

namespace Remiss.Tests.Intake;

public sealed class InboxPathTests
{
    [Theory]
    [InlineData("ks-2023-740/sisab/Svar.pdf", "ks-2023-740", "sisab", "Svar.pdf")]
    [InlineData("KS-2023-740/SISAB/Svar.pdf", "ks-2023-740", "sisab", "Svar.pdf")]
    [InlineData("ks-2023-740/sisab/under/mapp/Svar.pdf", "ks-2023-740", "sisab", "Svar.pdf")]
    [InlineData("ks-2023-740/Svar.pdf", null, null, "Svar.pdf")]
    [InlineData("Svar.pdf", null, null, "Svar.pdf")]
    [InlineData("ks-2023-740//Svar.pdf", null, null, "Svar.pdf")]
    [InlineData("ks 2023/740/Svar.pdf", null, null, "Svar.pdf")]
    [InlineData("../../etc/passwd", null, null, "passwd")]
    [InlineData("_/_/Svar.pdf", null, null, "Svar.pdf")]
    [InlineData("ks#1/sisab?/Svar.pdf", null, null, "Svar.pdf")]
    public void The_first_two_folders_name_case_and_organisation(string blob, string? remissCase, string? organisation, string file)
    {
        var path = InboxPath.Parse(blob);

        Assert.Equal((remissCase, organisation, file), (path.Case, path.Organisation, path.FileName));
    }

    [Fact]
    public void A_name_typed_on_a_mac_is_the_same_name()
    {
        var composed = "ks-1/sisab/Yttrande från Älvsjö.pdf".Normalize(NormalizationForm.FormC);

        Assert.Equal(composed, InboxPath.Parse(composed.Normalize(NormalizationForm.FormD)).Name);
    }

    [Theory]
    [InlineData("svar.pdf", "ks-1/sisab/a.eml/svar.pdf")]
    [InlineData("../../svar.pdf", "ks-1/sisab/a.eml/.._.._svar.pdf")]
    [InlineData("a\r\nBcc: x.pdf", "ks-1/sisab/a.eml/a__Bcc: x.pdf")]
    [InlineData("", "ks-1/sisab/a.eml/bilaga 2")]
    public void An_attachment_lies_below_its_mail_whatever_it_calls_itself(string name, string expected) =>
        Assert.Equal(expected, InboxPath.OfAttachment("ks-1/sisab/a.eml", 2, name));
}
