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
        return new ModelClient(new ScriptedChatClient(new RehearsalPlayer(rehearsal, RehearsalFacts.Of(snapshot))), Window: null);
    }
}
