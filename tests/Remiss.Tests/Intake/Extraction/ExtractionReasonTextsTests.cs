using System.Reflection;
using Remiss.Intake.Extraction;

namespace Remiss.Tests.Intake.Extraction;

public sealed class ExtractionReasonTextsTests
{
    public static TheoryData<string> Codes =>
        [.. typeof(ExtractionReasons).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (string)code.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_reason_has_a_Swedish_sentence(string code)
    {
        var text = ExtractionReasonTexts.InSwedish(code);

        Assert.NotEqual(code, text);
        Assert.EndsWith(".", text);
        Assert.True(char.IsUpper(text[0]));
    }
}
