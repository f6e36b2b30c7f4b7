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

    [Theory]
    [InlineData("operator")]
    [InlineData("Operator")]
    public void Validate_ProgramThatIsCalledAsThePeopleAre_IsRefused(string holder) =>
        Problems(new WebOptions { Token = People, Tokens = { [holder] = "token-of-a-program-00001" } }).ShouldHaveSingleItem().ShouldContain("that name is the people's own");

    [Theory]
    [InlineData(People, "token-of-a-program-00002")]
    [InlineData("token-of-a-program-00001", " token-of-a-program-00001 ")]
    public void Validate_TokenThatSomebodyElseHasToo_IsRefusedAndNotRepeated(string first, string second)
    {
        var problems = Problems(new WebOptions { Token = People, Tokens = { ["first"] = first, ["second"] = second } }).ToList();
        problems.ShouldContain(p => p.StartsWith("Web:Tokens:first is somebody else's token too", StringComparison.Ordinal));
        string.Concat(problems).ShouldNotContain(first);
    }

    private const string People = "token-of-the-people-00001";

    private static IEnumerable<string> Problems(WebOptions options) => new WebOptionsValidator().Validate(null, options).Failures ?? [];
}
