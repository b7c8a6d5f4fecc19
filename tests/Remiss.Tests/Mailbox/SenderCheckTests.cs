using Remiss.Mailbox;

namespace Remiss.Tests.Mailbox;

public static class SenderCheckTests
{
    private const string Results = "Authentication-Results";

    [Theory]
    [InlineData("spf=pass smtp.mailfrom=sisab.example; dkim=pass header.d=sisab.example;dmarc=pass action=none header.from=sisab.example;compauth=pass reason=100", SenderVerdict.Passed)]
    [InlineData("spf=none; dkim=none; dmarc=bestguesspass action=none header.from=sisab.example", SenderVerdict.Passed)]
    [InlineData("spf=pass; dmarc=fail action=oreject header.from=sisab.example", SenderVerdict.Failed)]
    [InlineData("spf=pass; dmarc=permerror header.from=sisab.example", SenderVerdict.Failed)]
    [InlineData("spf=pass; dmarc=none action=none header.from=sisab.example", SenderVerdict.Unknown)]
    [InlineData("spf=pass; dmarc=temperror header.from=sisab.example", SenderVerdict.Unknown)]
    [InlineData("spf=pass smtp.mailfrom=sisab.example; dkim=pass", SenderVerdict.Unknown)]
    [InlineData("spf=pass; dmarc=pass header.from=annan.example", SenderVerdict.Failed)]
    [InlineData("spf=pass (dmarc=pass); dkim=none", SenderVerdict.Unknown)]
    [InlineData("spf=fail smtp.mailfrom=\"a; dmarc=pass\"@annan.example; dkim=none", SenderVerdict.Unknown)]
    [InlineData("spf=fail (a \\) ; dmarc=pass ); dmarc=fail header.from=sisab.example", SenderVerdict.Failed)]
    [InlineData("spf=fail; dmarc=pass; dmarc=fail header.from=sisab.example", SenderVerdict.Unknown)]
    [InlineData("mx.annan.example; dmarc=pass header.from=sisab.example", SenderVerdict.Unknown)]
    [InlineData("", SenderVerdict.Unknown)]
    public static void Exchange_writes_the_topmost_results_without_a_name(string header, SenderVerdict expected) =>
        Assert.Equal(expected, SenderCheck.Of(From((Results, header)), ""));

    [Fact]
    public static void Only_the_topmost_results_count()
    {
        var forged = (Results, "spf=pass; dmarc=pass header.from=sisab.example");

        Assert.Equal(SenderVerdict.Failed, SenderCheck.Of(From((Results, "dmarc=fail header.from=sisab.example"), forged), ""));
        Assert.Equal(SenderVerdict.Unknown, SenderCheck.Of(From((Results, "spf=pass"), forged), ""));
        Assert.Equal(SenderVerdict.Unknown, SenderCheck.Of(From((Results, "mx.annan.example; dmarc=none"), forged), ""));
        Assert.Equal(SenderVerdict.Unknown, SenderCheck.Of(From(("Received", "x"), ("ARC-Authentication-Results", "i=1; dmarc=pass")), ""));
    }

    [Fact]
    public static void A_gateway_is_known_by_its_name()
    {
        var mail = From((Results, "spf=pass"), (Results, "MX.staden.example 1; dmarc=pass header.from=sisab.example"), (Results, "mx.staden.example; dmarc=fail"));

        Assert.Equal(SenderVerdict.Passed, SenderCheck.Of(mail, "mx.staden.example"));
        Assert.Equal(SenderVerdict.Unknown, SenderCheck.Of(mail, "mx.annan.example"));
    }

    [Fact]
    public static void Who_is_logged_in_to_the_tenant_needs_no_proof()
    {
        Assert.Equal(SenderVerdict.Passed, SenderCheck.Of(From(("X-MS-Exchange-Organization-AuthAs", "Internal")), ""));
        Assert.Equal(SenderVerdict.Unknown, SenderCheck.Of(From(("X-MS-Exchange-Organization-AuthAs", "Anonymous")), ""));
        Assert.Equal(SenderVerdict.Failed, SenderCheck.Of(From((Results, "dmarc=fail"), ("X-MS-Exchange-Organization-AuthAs", "Internal")), ""));
    }

    private static ReceivedMail From(params (string Name, string Value)[] headers) => new(
        "svar@sisab.example", "", "", default, [.. headers.Select(h => new KeyValuePair<string, string>(h.Name, h.Value))]);
}
