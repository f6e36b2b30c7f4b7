using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;

namespace Legator.Operator.Tests.Clusters;

/// <summary>Objects that are right in every respect, for tests to change one thing of.</summary>
internal static class Samples
{
    public const string Markdown = "---\nname: look\ndescription: looks at pods\n---\nLook at the pods.\n";
    public const string Sheet = "actions:\n- id: look\n  description: looks at pods\n  tool: kubectl.get\n  targetPattern: \"*\"\n  tier: read\n";

    public static LegatorAgent Agent(string inNamespace, string name) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = inNamespace },
        Spec = new LegatorAgentSpec
        {
            Description = "watches",
            EnvironmentRef = "home",
            Schedule = new ScheduleSpec { Interval = "1h", Jitter = "0s" },
            Model = new ModelSpec { Tier = ModelTier.Fast },
            Skills = [new SkillRef { Name = "look", Source = "configmap://look" }],
            Guardrails = new GuardrailsSpec(),
        },
    };

    public static LegatorEnvironment Environment(string inNamespace, string name = "home") => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = inNamespace },
        Spec = new LegatorEnvironmentSpec(),
    };

    public static ConfigMap Skill(string inNamespace, string name = "look", string markdown = Markdown, string sheet = Sheet) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = inNamespace },
        Data = new Dictionary<string, string> { ["SKILL.md"] = markdown, ["actions.yaml"] = sheet },
    };

    public static ModelTierConfig Tiers() => new()
    {
        Metadata = new ObjectMeta { Name = "default" },
        Spec = new ModelTierConfigSpec { Tiers = [new TierMapping { Tier = ModelTier.Fast, Provider = "scripted", Model = "rehearsal" }] },
    };
}
