using Legator.Core.Rollbacks;
using Legator.Core.Runs.Events;
using Legator.Runner.Approvals;

namespace Legator.Runner.Gate;

/// <summary>Looks, and that is all.</summary>
internal sealed class OpenLookout : Lookout
{
    public override IReadOnlyDictionary<string, Sighting>? Saw => null;

    public override Task<T?> SeeAsync<T>(string question, Func<Task<T?>> look)
        where T : default => look();

    public override Task<T> WithinAsync<T>(string question, Func<Task<T>> work) => work();

    public override Task<ApprovalAsk> AskAsync(Func<Task<ApprovalAsk>> ask) => ask();

    public override Task<ActionRollback?> RollbackAsync(Func<Task<ActionRollback?>> look) => look();
}
