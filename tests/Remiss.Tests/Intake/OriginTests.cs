using Remiss.Intake;

namespace Remiss.Tests.Intake;

public sealed class OriginTests
{
    private static readonly Origin Origin = new(
        "ks-1/sisab/Yttrande från Älvsjö & co #1.pdf", "v/1", new DateTimeOffset(2023, 9, 27, 10, 12, 0, TimeSpan.FromHours(2)), "Åke <a@b.se>")
    {
        Item = "01ABC!7",
        QuickXorHash = "taAFAAAAAAAAAAAAAgAAAAAAAAA=",
        Doubt = "Avsändaren är inte styrkt.",
    };

    [Fact]
    public void What_is_known_of_a_file_survives_as_metadata() => Assert.Equal(Origin, Origin.FromMetadata(Origin.ToMetadata()));

    [Fact]
    public void Metadata_is_ascii() =>
        Assert.All(Origin.ToMetadata().Values, value => Assert.All(value, c => Assert.InRange(c, ' ', '~')));

    [Fact]
    public void Storages_change_the_case_of_metadata_names() => Assert.Equal(
        Origin, Origin.FromMetadata(Origin.ToMetadata().ToDictionary(m => m.Key.ToUpperInvariant(), m => m.Value)));

    [Theory]
    [InlineData("originpath")]
    [InlineData("originversion")]
    [InlineData("receivedat")]
    public void Half_an_origin_is_none(string missing)
    {
        var metadata = Origin.ToMetadata();
        metadata.Remove(missing);

        Assert.Null(Origin.FromMetadata(metadata));
    }

    [Fact]
    public void A_moment_that_is_no_moment_is_no_origin()
    {
        var metadata = Origin.ToMetadata();
        metadata["receivedat"] = "i går";

        Assert.Null(Origin.FromMetadata(metadata));
    }
}
