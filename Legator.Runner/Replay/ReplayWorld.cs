using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Runner.Clusters;
using Legator.Runner.Gate;
using Legator.Runner.Sessions;
using Legator.Runner.Tools;

namespace Legator.Runner.Replay;

/// <summary>What a replayed run has of the world: the names of things, and nothing behind them.</summary>
internal static class ReplayWorld
{
    /// <summary>What the gate needs to know of the run.</summary>
    public static RunScope ScopeOf(RunSnapshot snapshot, IRunRecord record, ReplayTape tape, ReplayClock clock)
    {
        var scope = RunScopes.Of(tape.Run, snapshot);
        return scope with
        {
            Credentials = snapshot.Environment.Spec.Credentials.ToDictionary(c => c.Key, c => (ICredentialHandle)new Named(c.Key, c.Value.Type), StringComparer.Ordinal),
            Cluster = new Nowhere(snapshot.Agent.Name),
            Notices = new RunNotices(record, snapshot.Environment.Name),
            Tools = UnconnectedTools.Servers.Of(snapshot.Environment, scope.Sheet) is { } tools ? new ReplayRunTools(tools, tape, clock) : null,
            Lookouts = _ => new ReplayLookout(tape),
        };
    }

    private sealed class Named(string name, CredentialType type) : ICredentialHandle
    {
        public string Name => name;

        public CredentialType Type => type;

        public ValueTask<IReadOnlyDictionary<string, string>> OpenAsync(CancellationToken cancellationToken) => throw new CredentialException("A replay opens no credentials.");
    }

    private sealed class Nowhere(string agent) : IRunCluster
    {
        public Task<ClusterAccess> OpenAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new ClusterAccess(UnconnectedTools.Cluster, ClusterAccess.Bounds, "nobody", ClusterAccess.ManagerOf(agent)));
    }
}
