using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Agents;
using Legator.Operator.Skills;

namespace Legator.Operator.Agents;

/// <summary>Finds the agents that something else matters to.</summary>
internal sealed class AgentIndex
{
    private const string ByEnvironment = "operator/environment";
    private const string ByConfigMap = "operator/configmap";
    private const string ByTriggerSecret = "operator/trigger-secret";
    private readonly Informer<LegatorAgent> _agents;

    public AgentIndex(Informer<LegatorAgent> agents)
    {
        _agents = agents;
        agents.AddIndex(ByEnvironment, agent => [Name(agent, agent.Spec.EnvironmentRef)]);
        agents.AddIndex(ByConfigMap, agent => agent.Spec.Skills.Select(SkillLibrary.ConfigMapOf).OfType<string>().Select(map => Name(agent, map)));
        agents.AddIndex(ByTriggerSecret, agent => agent.Spec.Schedule.Triggers.Select(trigger => trigger.SecretRef).OfType<string>().Distinct(StringComparer.Ordinal).Select(secret => Name(agent, secret)));
    }

    /// <summary>Agents that work on an environment.</summary>
    public IEnumerable<ObjectKey> OnEnvironment(string inNamespace, string name) => Keys(ByEnvironment, $"{inNamespace}/{name}");

    /// <summary>Agents with a skill in a ConfigMap.</summary>
    public IEnumerable<ObjectKey> WithSkillIn(string inNamespace, string configMap) => Keys(ByConfigMap, $"{inNamespace}/{configMap}");

    /// <summary>Agents with a webhook whose callers prove to know a Secret.</summary>
    public IEnumerable<ObjectKey> WithTriggerSecret(string inNamespace, string secret) => Keys(ByTriggerSecret, $"{inNamespace}/{secret}");

    /// <summary>All agents.</summary>
    public IEnumerable<ObjectKey> All() => _agents.All.Select(agent => ObjectKey.Of(agent.Metadata));

    private static string Name(LegatorAgent agent, string name) => $"{agent.Metadata.Namespace}/{name}";

    private IEnumerable<ObjectKey> Keys(string index, string key) => _agents.ByIndex(index, key).Select(agent => ObjectKey.Of(agent.Metadata));
}
