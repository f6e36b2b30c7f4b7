using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Actions.Classification;

public sealed class StandardClassifiersTests
{
    private static readonly Dictionary<string, object> ReadOfEachTool = new()
    {
        ["kubectl.get"] = new { resource = "pods", @namespace = "demo" },
        ["kubectl"] = new { command = "kubectl get pods" },
        ["ssh.exec"] = new { host = "web-1", command = "uptime" },
        ["sql.query"] = new { database = "shop", dialect = "postgresql", query = "SELECT 1" },
        ["http.request"] = new { method = "GET", url = "https://example.com/" },
        ["http.get"] = new { url = "https://example.com/" },
        ["dns.query"] = new { name = "example.com", type = "A" },
        ["state.get"] = new { key = "k" },
        ["a2a.check_tasks"] = new { },
        ["event.list"] = new { },
        ["aws.cli"] = new { service = "ec2", command = "describe-instances" },
        ["az.cli"] = new { group = "vm", command = "list" },
    };

    public static TheoryData<string> Tools => [.. ReadOfEachTool.Keys];

    [Theory]
    [MemberData(nameof(Tools))]
    public void Classify_AReadOfEachTool_IsARead(string tool)
    {
        var found = StandardClassifiers.Classify(tool, Arguments(tool), ClassificationContext.Empty);
        found.Tier.ShouldBe(RiskTier.Read, found.Reason);
        found.Blocked.ShouldBeFalse(found.Reason);
    }

    [Fact]
    public void All_EachClassifier_IsNeededForSomeTool()
    {
        foreach (var classifier in StandardClassifiers.All)
        {
            var own = ReadOfEachTool.Keys.Append("mcp.server.tool").Where(classifier.Handles).ToList();
            own.ShouldNotBeEmpty($"{classifier.GetType().Name} handles none of the tools of this test: add one");
            own.ShouldAllBe(tool => StandardClassifiers.All.Count(c => c.Handles(tool)) == 1, $"{classifier.GetType().Name} shares a tool with another");
        }
    }

    [Theory]
    [InlineData("mcp.server.tool")]
    [InlineData("no.such.tool")]
    [InlineData("")]
    public void Classify_WhatNobodyKnows_IsNoRead(string tool) =>
        StandardClassifiers.Classify(tool, Arguments(null), ClassificationContext.Empty).Tier.ShouldNotBe(RiskTier.Read);

    [Fact]
    public void Classify_AToolOfAServer_IsReadByTheClassifierOfServers() =>
        StandardClassifiers.Classify("mcp.server.tool", Arguments(null), ClassificationContext.Empty).Actions.ShouldHaveSingleItem().Domain.ShouldBe("mcp");

    [Fact]
    public void Classify_AToolWithoutAClassifier_CannotBeRead() =>
        StandardClassifiers.Classify("no.such.tool", Arguments(null), ClassificationContext.Empty).Problem!.Reason.ShouldBe(GuardrailReason.Unclassifiable);

    private static JsonElement Arguments(string? tool) => JsonSerializer.SerializeToElement(tool is null ? new { } : ReadOfEachTool[tool]);
}
