namespace Legator.Web.Tests.SignIn;

public sealed class WebOptionsTests
{
    [Fact]
    public void Validate_Nothing_NamesTheKeyToSet() =>
        Problems(new WebOptions()).ShouldHaveSingleItem().ShouldStartWith("Web:TokenFile is not set");

    [Fact]
    public void Validate_SeveralMistakes_TellsAllAndNoSecret()
    {
        var problems = Problems(new WebOptions { Token = "short-secret", Tokens = { ["chatops"] = "hush" }, SessionLength = TimeSpan.Zero, TokenFile = "no-such-file" }).ToList();
        problems.Count.ShouldBe(4);
        string.Concat(problems).ShouldNotContain("short-secret");
        string.Concat(problems).ShouldNotContain("hush");
    }

    private static IEnumerable<string> Problems(WebOptions options) => new WebOptionsValidator().Validate(null, options).Failures ?? [];
}
