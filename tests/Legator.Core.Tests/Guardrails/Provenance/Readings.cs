using System.Text.Json;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions;
using Legator.Core.Guardrails.Provenance.Authored;
using Legator.Core.Guardrails.Provenance;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Skills;

namespace Legator.Core.Tests.Guardrails.Provenance;

/// <summary>What people wrote, what a run read, and what comes of it for a call.</summary>
internal static class Readings
{
    public static AuthoredText Authored(string instructions, string? task = null, string? target = null, string endpoint = "https://shop.example.com/health") => AuthoredText.Of(new RunSnapshot
    {
        Agent = new RunSnapshotAgent { Namespace = "agents", Name = "watch", Spec = new LegatorAgentSpec { Description = "Looks after things.", EnvironmentRef = "lab", Schedule = new ScheduleSpec(), Model = new ModelSpec { Tier = ModelTier.Fast }, Skills = [], Guardrails = new GuardrailsSpec() } },
        Environment = new RunSnapshotEnvironment
        {
            Name = "lab",
            Spec = new LegatorEnvironmentSpec { Endpoints = new Dictionary<string, EndpointSpec> { ["site"] = new() { Url = endpoint } }, Namespaces = new NamespaceMap { Apps = ["demo"] } },
        },
        Model = new RunSnapshotModel { Tier = ModelTier.Standard, Provider = "scripted", Model = "m" },
        Skills = [new RunSnapshotSkill { Name = "care", Source = "bundled", Digest = "d", Instructions = instructions, Actions = new ActionSheet([new SkillAction { Id = "all", Tool = "*", TargetPattern = "deployment/* -n demo", Tier = RiskTier.Read }]) }],
        Limits = new RunSnapshotLimits(),
        Trigger = RunTrigger.Manual,
        Task = task,
        Target = target,
    });

    public static UntrustedUse? Judge(AuthoredText authored, string call, params (string? Tool, string Text)[] read) => Judge(authored, call, null, read);

    private static UntrustedUse? Judge(AuthoredText authored, string call, RiskTier? tier, (string? Tool, string Text)[] read)
    {
        var reading = new OutsideReading();
        foreach (var (tool, text) in read)
        {
            reading.Add(tool, text);
        }

        var cut = call.IndexOf(' ', StringComparison.Ordinal);
        var (name, arguments) = (call[..cut], JsonDocument.Parse(call[cut..]).RootElement);
        var input = Calls.Input(name, [.. StandardClassifiers.Classify(name, arguments, new ClassificationContext { Endpoints = [new Uri("https://shop.example.com/health")] }).Actions]) with
        {
            Line = CallText.Of(name, arguments),
            Environment = new EnvironmentFacts { Endpoints = new Dictionary<string, Uri> { ["site"] = new("https://shop.example.com/health") } },
        };
        input.Actions.ShouldNotBeEmpty(call);
        input = tier is { } declared ? input with { Actions = [.. input.Actions.Select(a => a with { Tier = declared })] } : input;
        return CallProvenance.Find(input, arguments, authored, reading);
    }

    /// <summary>The same, where a log was read, for a tool of a server that a sheet declares to be a read.</summary>
    public static UntrustedUse? AfterLogAsARead(AuthoredText authored, string call, string log) => Judge(authored, call, RiskTier.Read, [("kubectl.logs", log)]);

    /// <summary>The same, where a log was read.</summary>
    public static UntrustedUse? AfterLog(AuthoredText authored, string call, string log) => Judge(authored, call, ("kubectl.logs", log));
}
