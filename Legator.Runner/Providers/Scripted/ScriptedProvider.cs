using Legator.Core.Runs;
using Legator.Core.Skills;

namespace Legator.Runner.Providers.Scripted;

/// <summary>Plays the rehearsal of the agent's skill in place of a model: it needs no key and no network, and always says the same to the same world.</summary>
internal sealed class ScriptedProvider : IModelProvider
{
    public IReadOnlyList<string> Names { get; } = ["scripted"];

    public ModelClient Connect(ModelConnection connection)
    {
        var snapshot = connection.Snapshot;
        var rehearsal = snapshot.Skills.Select(s => s.Rehearsal).FirstOrDefault(r => r is not null)
            ?? throw new ModelUnusableException("Provider 'scripted' plays a skill's rehearsal, and no skill of the agent has one: add rehearsal.yaml, or use a tier with a model.");
        return new ModelClient(new ScriptedChatClient(new RehearsalPlayer(rehearsal, Facts(snapshot))), Window: null);
    }

    private static RehearsalFacts Facts(RunSnapshot snapshot) => new()
    {
        Agent = snapshot.Agent.Name,
        Namespace = snapshot.Agent.Namespace,
        Environment = snapshot.Environment.Name,
        Trigger = snapshot.Trigger,
        Task = snapshot.Task,
        Target = snapshot.Target,
        Endpoints = snapshot.Environment.Spec.Endpoints.ToDictionary(e => e.Key, e => $"{e.Value.Url.TrimEnd('/')}/{e.Value.HealthPath?.TrimStart('/')}".TrimEnd('/')),
        Namespaces = snapshot.Environment.Spec.Namespaces?.Apps ?? [],
    };
}
