using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Agents;
using Legator.Operator.Skills;

namespace Legator.Operator.Agents;

/// <summary>Finds the agents that something else matters to.</summary>
internal sealed class AgentIndex
{
    private const string ByEnvironment = "operator/environment";
    private const string ByConfigMap = "operator/configmap";
    private readonly Informer<LegatorAgent> _agents;

    public AgentIndex(Informer<LegatorAgent> agents)
    {
        _agents = agents;
        agents.AddIndex(ByEnvironment, agent => [Name(agent, agent.Spec.EnvironmentRef)]);
        agents.AddIndex(ByConfigMap, agent => agent.Spec.Skills.Select(SkillLibrary.ConfigMapOf).OfType<string>().Select(map => Name(agent, map)));
    }

    /// <summary>Agents that work on an environment.</summary>
    public IEnumerable<ObjectKey> OnEnvironment(string inNamespace, string name) => Keys(ByEnvironment, $"{inNamespace}/{name}");

    /// <summary>Agents with a skill in a ConfigMap.</summary>
    public IEnumerable<ObjectKey> WithSkillIn(string inNamespace, string configMap) => Keys(ByConfigMap, $"{inNamespace}/{configMap}");

    /// <summary>All agents.</summary>
    public IEnumerable<ObjectKey> All() => _agents.All.Select(agent => ObjectKey.Of(agent.Metadata));

    private static string Name(LegatorAgent agent, string name) => $"{agent.Metadata.Namespace}/{name}";

    private IEnumerable<ObjectKey> Keys(string index, string key) => _agents.ByIndex(index, key).Select(agent => ObjectKey.Of(agent.Metadata));
}
