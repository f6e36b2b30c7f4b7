using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Tests.Guardrails.Holes;

/// <summary>Ways around the guardrails that the implementation before this one had in clouds, on MCP servers and on the web, by their numbers there.</summary>
public sealed class FormerCloudHolesTests
{
    [Theory]
    [InlineData("s3", "rb", "s3://data --force")]
    [InlineData("S3", "RB", "s3://data --force")]
    [InlineData("ec2", "terminate-instances", "--instance-ids i-1")]
    [InlineData("kms", "schedule-key-deletion", "--key-id k")]
    [InlineData("route53", "change-resource-record-sets", "--hosted-zone-id z")]
    [InlineData("s3", "sync", "a s3://data --delete")]
    [InlineData("ec2", "delete-volume", "--volume-id v")]
    [InlineData("iam", "attach-user-policy", "--user-name u")]
    [InlineData("lambda", "invoke", "--function-name f out")]
    [InlineData("ssm", "send-command", "--document-name d")]
    [InlineData("--debug", "s3", "rb s3://data --force")]
    public void Hole03_Aws_WhatIsNotKnownAsAReadIsNone(string service, string command, string args)
    {
        WholeGate.Classify("aws.cli", new { service, command, args }).ShouldNotPassAsARead();
        WholeGate.Judge("aws.cli", new { service, command, args }, AutonomyLevel.Observe).Outcome.ShouldBe(VerdictOutcome.Deny);
    }

    [Theory]
    [InlineData("vm", "delete", "--name x")]
    [InlineData("storage", "blob", "delete --name x")]
    [InlineData("Storage", "Blob", "Delete --name x")]
    [InlineData("group", "delete", "--name x --yes")]
    public void Hole03_Azure_WhatIsNotKnownAsAReadIsNone(string group, string command, string args) =>
        WholeGate.Classify("az.cli", new { group, command, args }).ShouldNotPassAsARead();

    [Theory]
    [InlineData("mcp.shop.delete_widget")]
    [InlineData("mcp.shop.budget_wipe")]
    [InlineData("mcp.shop.drain_target")]
    [InlineData("mcp.shop.reset_status")]
    [InlineData("mcp.shop.thread_delete")]
    public void Hole14_AToolOfAServer_IsNoReadForItsName(string tool)
    {
        WholeGate.Classify(tool, new { id = 1 }).ShouldNotPassAsARead();
        WholeGate.Judge(tool, new { id = 1 }, AutonomyLevel.Observe).Outcome.ShouldBe(VerdictOutcome.Deny);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0xa9fea9fe/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://kubernetes.default.svc/")]
    [InlineData("http://127.1/")]
    public void Hole22_InnerAddresses_AreRefusedForEveryMethod(string url)
    {
        foreach (var method in new[] { "GET", "POST", "DELETE" })
        {
            WholeGate.Judge("http.request", new { method, url }).Outcome.ShouldBe(VerdictOutcome.Deny, method);
        }
    }

    [Fact]
    public void Hole20_DestructionOverHttp_IsWhatAutomateDestructiveCovers() =>
        WholeGate.Judge("http.request", new { method = "DELETE", url = "https://ci.example.com/builds/product-catalog" }).Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Hole27_ATaskForAnAgentThatMayDoMore_IsNoRead()
    {
        var site = WholeGate.Site with { Agents = new Dictionary<string, AutonomyLevel> { ["strong"] = AutonomyLevel.AutomateDestructive, ["weak"] = AutonomyLevel.Observe } };
        WholeGate.Classify("a2a.delegate", new { to = "strong", task = "clean up" }, site).Tier.ShouldBe(RiskTier.DestructiveMutation);
        WholeGate.Classify("a2a.delegate", new { to = "weak", task = "look" }, site).Tier.ShouldBe(RiskTier.Read);
        WholeGate.Classify("a2a.delegate", new { to = "nobody", task = "look" }, site).ShouldNotPassAsARead();
    }
}
