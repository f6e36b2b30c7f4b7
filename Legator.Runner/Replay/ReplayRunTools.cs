using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Replay;

/// <summary>The tools of the environment's own servers, as they were found then.</summary>
/// <param name="real">Offers what was found.</param>
/// <param name="tape">The recording.</param>
/// <param name="clock">The replay's clock.</param>
internal sealed class ReplayRunTools(IRunTools real, ReplayTape tape, ReplayClock clock) : IRunTools
{
    public IReadOnlyList<ToolDeclaration> Declarations => real.Declarations;

    public bool IsStale => tape.Next is ToolsDiscovered;

    public Tool? Find(string name) => real.Find(name) is { } tool ? new ReplayTool(tool, tape, clock) : null;

    public Task<ToolsDiscovered> DiscoverAsync(RunScope scope, CancellationToken cancellationToken) =>
        Task.FromResult(tape.Next as ToolsDiscovered ?? new ToolsDiscovered(scope.EnvironmentName, []));

    public void Offer(ToolsDiscovered found) => real.Offer(found);
}
