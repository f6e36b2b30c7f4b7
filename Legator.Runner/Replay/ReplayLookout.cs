using System.Text.Json;
using Legator.Core;
using Legator.Core.Approvals;
using Legator.Core.Rollbacks;
using Legator.Core.Runs.Events;
using Legator.Runner.Approvals;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Replay;

/// <summary>Shows a judgement the world as it was seen then.</summary>
internal sealed class ReplayLookout(ReplayTape tape) : Lookout
{
    private readonly ApprovalRequested? _asked = tape.After(tape.Judged) as ApprovalRequested;
    private readonly ActionRollback? _rollback = (tape.After(tape.Judged) as ActionIntended)?.Rollback;

    public override IReadOnlyDictionary<string, Sighting>? Saw { get; } = tape.Judged?.Facts?.Saw;

    public override Task<T?> SeeAsync<T>(string question, Func<Task<T?>> look)
        where T : default
    {
        if (Saw?.TryGetValue(question, out var seen) != true)
        {
            throw tape.Missing(question);
        }

        return seen switch
        {
            { Broke: { } broke } => throw new BrokenLookException(broke),
            { Problem: { } problem } => throw new ToolInputException(problem.Reason, problem.Message, problem.Remedy),
            { Found: { } found } => Task.FromResult(found.Deserialize<T>(LegatorJson.Options)),
            _ => Task.FromResult<T?>(default),
        };
    }

    public override Task<T> WithinAsync<T>(string question, Func<Task<T>> work) =>
        Saw?.GetValueOrDefault(question) is { Broke: { } broke } ? throw new BrokenLookException(broke) : work();

    public override Task<ApprovalAsk> AskAsync(Func<Task<ApprovalAsk>> ask) => Task.FromResult(_asked is { Escalation: null }
        ? new ApprovalAsk(_asked.Terms, _asked.Preview)
        : new ApprovalAsk(new ApprovalTerms { Tier = default }, ActionPreview.None("The recorded run did not ask anybody here.")));

    public override Task<ActionRollback?> RollbackAsync(Func<Task<ActionRollback?>> look) => Task.FromResult(_rollback);
}
