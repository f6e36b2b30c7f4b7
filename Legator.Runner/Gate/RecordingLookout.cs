using System.Text.Json;
using Legator.Core;
using Legator.Core.Guardrails;
using Legator.Core.Rollbacks;
using Legator.Core.Runs.Events;
using Legator.Runner.Approvals;
using Legator.Runner.Tools;

namespace Legator.Runner.Gate;

/// <summary>Looks at the world and keeps what it saw, redacted. The call is judged by what was kept, so that a replay cannot see anything else.</summary>
internal sealed class RecordingLookout(RunSecrets secrets) : Lookout
{
    private readonly Lock _changing = new();
    private readonly Dictionary<string, Sighting> _saw = new(StringComparer.Ordinal);

    // A look that ran out of its time may still end while the verdict is written.
    public override IReadOnlyDictionary<string, Sighting>? Saw
    {
        get
        {
            lock (_changing)
            {
                return _saw.Count == 0 ? null : new Dictionary<string, Sighting>(_saw, StringComparer.Ordinal);
            }
        }
    }

    public override async Task<T?> SeeAsync<T>(string question, Func<Task<T?>> look)
        where T : default
    {
        try
        {
            var found = await look();
            if (found is null)
            {
                Keep(question, new Sighting());
                return default;
            }

            var kept = secrets.Redactor.Redact(JsonSerializer.SerializeToElement(found, LegatorJson.Options));
            Keep(question, new Sighting(kept));
            return kept.Deserialize<T>(LegatorJson.Options);
        }
        catch (ToolInputException exception)
        {
            var problem = Redacted(exception.Problem);
            Keep(question, new Sighting(Problem: problem));
            throw new ToolInputException(problem.Reason, problem.Message, problem.Remedy);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Keep(question, new Sighting(Broke: exception.GetType().Name));
            throw;
        }
    }

    public override async Task<T> WithinAsync<T>(string question, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (TimeoutException exception)
        {
            Keep(question, new Sighting(Broke: exception.GetType().Name));
            throw;
        }
    }

    public override Task<ApprovalAsk> AskAsync(Func<Task<ApprovalAsk>> ask) => ask();

    public override Task<ActionRollback?> RollbackAsync(Func<Task<ActionRollback?>> look) => look();

    private CallProblem Redacted(CallProblem problem) =>
        new(problem.Reason, secrets.Redactor.Redact(problem.Message), problem.Remedy is null ? null : secrets.Redactor.Redact(problem.Remedy));

    private void Keep(string question, Sighting sighting)
    {
        lock (_changing)
        {
            _saw[question] = sighting;
        }
    }
}
