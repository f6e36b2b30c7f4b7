using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Core.Skills;

namespace Legator.Runner.Providers.Scripted;

/// <summary>Plays the rehearsal of the agent's skill, or what an undo takes back, in place of a model: it needs no key and no network, and always says the same to the same world.</summary>
internal sealed class ScriptedProvider : IModelProvider
{
    public const string Name = "scripted";

    public IReadOnlyList<string> Names { get; } = [Name];

    public ModelClient Connect(ModelConnection connection)
    {
        var snapshot = connection.Snapshot;
        return new ModelClient(new ScriptedChatClient(snapshot.Undo is { } undo ? new UndoScript(undo) : Player(snapshot)), Window: null);
    }

    private static RehearsalPlayer Player(RunSnapshot snapshot)
    {
        var rehearsal = snapshot.Skills.Select(s => s.Rehearsal).FirstOrDefault(r => r is not null)
            ?? throw new ModelUnusableException("Provider 'scripted' plays a skill's rehearsal, and no skill of the agent has one: add rehearsal.yaml, or use a tier with a model.");
        return new RehearsalPlayer(rehearsal, RehearsalFacts.Of(snapshot));
    }
}
