using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Mcp;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Tests.Guardrails;

namespace Legator.Core.Tests.Actions.Classification.Mcp;

public sealed class McpClassifierTests
{
    private const string Tool = "mcp.k8sgpt.analyze";

    [Theory]
    [InlineData(null, null)]
    [InlineData(true, null)]
    [InlineData(true, false)]
    public void Classify_WithoutSheet_IsNeverARead(bool? readOnly, bool? destructive) =>
        Found(new McpToolAnnotations(readOnly, destructive)).Tier.ShouldBe(RiskTier.DestructiveMutation);

    [Theory]
    [InlineData(null, null, RiskTier.Read, RiskTier.Read)]
    [InlineData(true, null, RiskTier.Read, RiskTier.Read)]
    [InlineData(true, false, RiskTier.ServiceMutation, RiskTier.ServiceMutation)]
    [InlineData(false, false, RiskTier.Read, RiskTier.ServiceMutation)]
    [InlineData(false, null, RiskTier.Read, RiskTier.DestructiveMutation)]
    [InlineData(null, true, RiskTier.Read, RiskTier.DestructiveMutation)]
    [InlineData(true, true, RiskTier.Read, RiskTier.DestructiveMutation)]
    [InlineData(true, null, RiskTier.DataMutation, RiskTier.DataMutation)]
    public void TierOf_SheetThatNamesTheTool_DecidesAndAnnotationsRaise(bool? readOnly, bool? destructive, RiskTier declared, RiskTier expected) =>
        Input(Found(new McpToolAnnotations(readOnly, destructive)), new DeclaredAction("a", Tool.ToUpperInvariant(), declared)).TierOf(0).ShouldBe(expected);

    [Fact]
    public void TierOf_WildcardInTheSheet_NamesNothing() =>
        Input(Found(null), new DeclaredAction("a", "mcp.*", RiskTier.Read)).TierOf(0).ShouldBe(RiskTier.DestructiveMutation);

    [Fact]
    public void TierOf_SeveralEntries_WorstCounts() =>
        Input(Found(null), new DeclaredAction("a", Tool, RiskTier.Read), new DeclaredAction("b", "mcp.*", RiskTier.ServiceMutation)).TierOf(0).ShouldBe(RiskTier.ServiceMutation);

    [Fact]
    public void Judge_ObservingAgent_MayUseWhatASheetNamesAsARead()
    {
        Input(Found(null), new DeclaredAction("a", Tool, RiskTier.Read)).WithPolicy(AutonomyLevel.Observe).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);
        Input(Found(null), new DeclaredAction("a", "*", RiskTier.Read)).WithPolicy(AutonomyLevel.Observe).Judged().Outcome.ShouldBe(VerdictOutcome.Deny);
    }

    [Fact]
    public void TierOf_NameThatSaysDelete_IsNoReadWhateverTheSheetSays() =>
        (Input(McpClassifier.Classify("crm", "delete_widget", null)) with { Tool = "mcp.crm.delete_widget", Sheet = Calls.Sheet(new DeclaredAction("a", "mcp.crm.delete_widget", RiskTier.Read)) })
            .TierOf(0).ShouldBe(RiskTier.DestructiveMutation);

    [Theory]
    [InlineData("mcp.")]
    [InlineData("mcp.server")]
    [InlineData("mcp.server.")]
    [InlineData("mcp..tool")]
    [InlineData("mcp.server.to ol")]
    [InlineData("mcp.server.*")]
    public void Classify_NoToolOfAServer_IsUnreadable(string tool) =>
        StandardClassifiers.Classify(tool, JsonSerializer.SerializeToElement(new { }), ClassificationContext.Empty).Blocked.ShouldBeTrue();

    private static ProposedAction Found(McpToolAnnotations? said)
    {
        var context = new ClassificationContext { McpTools = said is null ? new Dictionary<string, McpToolAnnotations>() : new Dictionary<string, McpToolAnnotations> { [Tool] = said } };
        return StandardClassifiers.Classify(Tool, JsonSerializer.SerializeToElement(new { }), context).Actions.Single();
    }

    private static GuardrailInput Input(ProposedAction action, params DeclaredAction[] entries) =>
        Calls.Input(Tool, action) with { Sheet = Calls.Sheet(entries) };
}
