using Legator.Core.Rollbacks;
using Legator.Core.Runs.Events;
using Legator.Runner.Approvals;

namespace Legator.Runner.Gate;

/// <summary>Asks for a part of a call: the questions are told apart from those of the other parts.</summary>
internal sealed class PartialLookout(Lookout whole, string part) : Lookout
{
    public override IReadOnlyDictionary<string, Sighting>? Saw => whole.Saw;

    public override Task<T?> SeeAsync<T>(string question, Func<Task<T?>> look)
        where T : default => whole.SeeAsync($"{part}: {question}", look);

    public override Task<T> WithinAsync<T>(string question, Func<Task<T>> work) => whole.WithinAsync($"{part}: {question}", work);

    public override Task<ApprovalAsk> AskAsync(Func<Task<ApprovalAsk>> ask) => whole.AskAsync(ask);

    public override Task<ActionRollback?> RollbackAsync(Func<Task<ActionRollback?>> look) => whole.RollbackAsync(look);
}
