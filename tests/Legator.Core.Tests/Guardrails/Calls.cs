using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Actions.Classification.Kubernetes;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;

namespace Legator.Core.Tests.Guardrails;

/// <summary>Calls for tests, each allowed by every check unless the test changes something.</summary>
internal static class Calls
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    public static readonly RunKey Run = new("agents", "watch-1");
    public static readonly KubernetesKind Pods = KubernetesKinds.Find("pods")!;
    public static readonly KubernetesKind Deployments = KubernetesKinds.Find("deployments")!;
    public static readonly KubernetesKind Secrets = KubernetesKinds.Find("secrets")!;

    public static ProposedAction Kube(string verb, KubernetesKind kind, string? name = "web", string? place = "demo", int? replicas = null) =>
        KubernetesClassifier.Classify(new KubernetesOperation(verb, kind, place, name) { Replicas = replicas });

    public static ProposedAction Kube(string verb, string kind, string? name = "web", string? place = "demo", int? replicas = null) =>
        Kube(verb, KubernetesKinds.Find(kind)!, name, place, replicas);

    public static ProposedAction Http(string url, params string[] endpoints)
    {
        HttpTarget.TryRead(url, out var target, out var problem).ShouldBeTrue(problem);
        return HttpClassifier.Classify(new HttpCall("GET", target!, HttpCall.NoHeaders, null), endpoints.Select(e => new Uri(e)));
    }

    public static GuardrailInput Input(string tool, params ProposedAction[] actions) => new()
    {
        Tool = tool,
        Digest = ActionDigest.Of(tool, JsonSerializer.SerializeToElement(new { })),
        Actions = actions,
        Now = Noon,
        Policy = new GuardrailPolicy { Autonomy = AutonomyLevel.AutomateDestructive },
        Sheet = Sheet(new DeclaredAction("any", "*", RiskTier.Read)),
    };

    public static GuardrailInput Read() => Input("kubectl.get", Kube("get", Pods));

    public static GuardrailInput Restart() => Input("kubectl.rollout", Kube("restart", Deployments));

    public static GuardrailInput Delete() => Input("kubectl.delete", Kube("delete", Pods));

    public static ActionSheetIndex Sheet(params DeclaredAction[] entries) => ActionSheetIndex.Build(entries);

    public static GuardrailInput WithPolicy(this GuardrailInput input, AutonomyLevel autonomy, ApprovalMode mode = ApprovalMode.None) =>
        input with { Policy = input.Policy with { Autonomy = autonomy, ApprovalMode = mode } };

    public static GuardrailInput Denying(this GuardrailInput input, params string[] patterns) =>
        input with { Policy = input.Policy with { DeniedActions = ActionPattern.ParseAll(patterns) } };

    public static GuardrailInput Allowing(this GuardrailInput input, params string[] patterns) =>
        input with { Policy = input.Policy with { AllowedActions = ActionPattern.ParseAll(patterns) } };

    public static Verdict Judged(this GuardrailInput input) => StandardChain.Instance.Judge(input);
}
