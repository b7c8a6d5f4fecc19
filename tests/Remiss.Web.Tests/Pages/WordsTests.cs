using Remiss.Web.Pages;

namespace Remiss.Web.Tests.Pages;

public sealed class WordsTests
{
    [Fact]
    public void Names_stand_in_the_order_of_the_Swedish_alphabet() =>
        Assert.Equal(["Aros", "Zon", "Åre", "Älv", "Ö"], new[] { "Ö", "Älv", "Aros", "Åre", "Zon" }.Order(Words.Alphabet));
}
