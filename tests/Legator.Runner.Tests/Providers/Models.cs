using System.Text.Json;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Runner.Providers;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Tests.Providers;

/// <summary>Snapshots, tools and conversations for tests of providers.</summary>
internal static class Models
{
    public static RunSnapshot Snapshot(string provider, Uri? endpoint = null, int maxRetries = 0) => new()
    {
        Agent = new RunSnapshotAgent
        {
            Namespace = "agents",
            Name = "hello",
            Spec = new LegatorAgentSpec
            {
                Description = "Says hello.",
                Schedule = new ScheduleSpec(),
                Model = new ModelSpec(),
                Skills = [new SkillRef { Name = "hello", Source = "bundled" }],
                Guardrails = new GuardrailsSpec { MaxRetries = maxRetries },
                EnvironmentRef = "lab",
            },
        },
        Environment = new RunSnapshotEnvironment { Name = "lab", Spec = new LegatorEnvironmentSpec() },
        Model = new RunSnapshotModel { Tier = ModelTier.Standard, Provider = provider, Model = "m", Endpoint = endpoint?.ToString() },
        Skills = [],
        Limits = new RunSnapshotLimits(),
        Trigger = RunTrigger.Manual,
    };

    public static ModelConnection Connection(string provider, Uri endpoint, ModelCredential? credential = null, int maxRetries = 0) =>
        new(Snapshot(provider, endpoint, maxRetries), credential ?? ModelCredential.None);

    public static ChatOptions Options => new() { MaxOutputTokens = 512, Tools = [Tool("kubectl.get"), Tool("state.set")] };

    /// <summary>Prompt, a turn with two calls of which one was malformed, and their answers.</summary>
    public static List<ChatMessage> History =>
    [
        new(ChatRole.System, "You are hello."),
        new(ChatRole.User, "Do your task."),
        new(ChatRole.Assistant,
        [
            new TextContent("I look."),
            new FunctionCallContent("c1", "kubectl.get", new Dictionary<string, object?> { ["resource"] = "pods" }),
            new FunctionCallContent("c2", "state.set", new Dictionary<string, object?> { ["malformed"] = "{oops" }),
        ]),
        new(ChatRole.Tool, [new FunctionResultContent("c1", "2 pods")]),
        new(ChatRole.Tool, [new FunctionResultContent("c2", "BLOCKED (InvalidArguments): no object")]),
    ];

    private static AIFunctionDeclaration Tool(string name) => AIFunctionFactory.CreateDeclaration(
        name,
        $"Does {name}.",
        JsonDocument.Parse("""{"type":"object","properties":{"resource":{"type":"string"}},"required":["resource"],"additionalProperties":false}""").RootElement);
}
