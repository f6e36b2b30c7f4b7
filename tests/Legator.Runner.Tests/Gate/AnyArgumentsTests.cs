using System.Text.Json;
using CsCheck;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Tools;

namespace Legator.Runner.Tests.Gate;

public sealed class AnyArgumentsTests(Cluster cluster) : IClassFixture<Cluster>
{
    private static readonly string[] Names =
        ["resource", "name", "namespace", "replicas", "action", "url", "headers", "key", "value", "ttl", "limit", "allNamespaces", "labelSelector", "target"];

    private static readonly object?[] Values =
    [
        null, true, 0, -1, 3, 1.5, "", "pods", "secret", "deploy/web", "web", "demo", "*", "../x", "restart", "http://127.0.0.1/", "https://example.com/?a=*", "7d", new[] { "a" },
    ];

    private static readonly Gen<object?> Value = Gen.OneOf(OneOf(Values), Gen.String.Select(s => (object?)s));

    private static readonly Gen<Dictionary<string, object?>> Arguments =
        Gen.Select(OneOf(Names), Value).Array[0, 5].Select(pairs => pairs.DistinctBy(p => p.Item1).ToDictionary(p => p.Item1, p => p.Item2));

    [Fact]
    public async Task Judge_AnyArgumentsOfAnyTool_NeverThrowsAndObservingAgentsOnlyEverRead()
    {
        var gate = Gates.Create(cluster);
        var scope = gate.On(Gates.Scope(AutonomyLevel.Observe));
        var tools = gate.Offered(scope).Select(d => d.Name).ToArray();
        await Gen.Select(OneOf(tools), Arguments).SampleAsync(
            async (tool, arguments) =>
            {
                var call = new ToolCall("c", tool, JsonSerializer.SerializeToElement(arguments));
                var judgement = await gate.JudgeAsync(call, scope, new RunProgress(), CancellationToken.None);
                return judgement.Permit is null
                    ? judgement.Verdict.Outcome == VerdictOutcome.Deny
                    : judgement.Actions.All(a => a.Tier == RiskTier.Read);
            },
            iter: 3000,
            threads: 1);
    }

    private static Gen<T> OneOf<T>(T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);
}
