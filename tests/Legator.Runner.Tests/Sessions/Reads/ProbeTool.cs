using System.Collections.Concurrent;
using Legator.Core.Actions;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Tests.Sessions.Reads;

/// <summary>A tool whose calls do what the test says, and are counted.</summary>
internal sealed class ProbeTool(Func<string, Task<ToolOutput>> effect) : Tool<ProbeArguments>
{
    public override string Name => "probe.read";

    public override string Description => "Looks.";

    public override TimeSpan Timeout => TimeSpan.FromSeconds(60);

    public ConcurrentQueue<string> Executed { get; } = [];

    protected override Task<PreparedCall> PrepareAsync(ProbeArguments arguments, RunScope scope, CancellationToken cancellationToken) => Task.FromResult(new PreparedCall(
        [new ProposedAction("probe", arguments.Changes == true ? "change" : "read", new CanonicalTarget(arguments.Name), arguments.Changes == true ? RiskTier.ServiceMutation : RiskTier.Read)],
        (_, _) =>
        {
            Executed.Enqueue(arguments.Name);
            return effect(arguments.Name);
        }));
}
