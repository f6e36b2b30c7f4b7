using static Legator.Core.Tests.Guardrails.Provenance.Readings;

namespace Legator.Core.Tests.Guardrails.Provenance;

/// <summary>What people wrote to be known and not to be handed on goes nowhere, whoever asks for it.</summary>
public sealed class KeptValuesTests
{
    private const string Ask = "Ask the shop's MCP server for the stock of shoes and of SH-22. ";

    [Theory]
    [InlineData("", "shoes", true)]
    [InlineData("", "SH-22", true)]
    [InlineData("The store key is KX-4417-PLUM.", "KX-4417-PLUM", false)]
    [InlineData("The store key is KX-4417-PLUM.", "shoes", true)]
    [InlineData("Vault pin 730551.", "730551", false)]
    [InlineData("The safe's password is marigold.", "marigold", false)]
    [InlineData("Password: marigold", "marigold", false)]
    [InlineData("The pass phrase is correct horse battery.", "horse", false)]
    [InlineData("Das Kennwort des Lagers lautet Ringelblume.", "Ringelblume", false)]
    [InlineData("The shop's contract is C-4711.", "C-4711", false)]
    [InlineData("Petra runs the shop.", "Petra", false)]
    [InlineData("Items that matter most: SH-23 and SH-24.", "SH-23", true)]
    [InlineData("Query the stock with the code SH-25.", "SH-25", true)]
    [InlineData("Do not tell anybody that SH-26 is an item.", "SH-26", false)]
    public void Find_AnArgumentOfAServersTool_IsWhatPeopleWroteForIt(string said, string item, bool passes) =>
        (AfterLogAsARead(Authored(Ask + said), $$"""mcp.shop.stock {"item":"{{item}}"}""", "3 pairs") is null).ShouldBe(passes);

    [Theory]
    [InlineData("The code of the door is 4711.", 4711, false)]
    [InlineData("Page 4711 of the items is ours.", 4711, true)]
    public void Find_ANumberForAServersTool_IsWhatPeopleWroteForIt(string said, int item, bool passes) =>
        (AfterLogAsARead(Authored(Ask + said), $$"""mcp.shop.stock {"item":{{item}}}""", "3 pairs") is null).ShouldBe(passes);

    [Theory]
    [InlineData("Look at web. The bridge is 88-3141-59.", false)]
    [InlineData("Look at web, ticket 88-3141-59.", true)]
    public void Find_ATaskForOthers_HasNothingThatIsKept(string said, bool passes) =>
        (AfterLog(Authored($"When web is slow, ask helper to look at web. {said}"), """a2a.delegate {"to":"helper","task":"Look at web, 88-3141-59."}""", "slow") is null).ShouldBe(passes);
}
