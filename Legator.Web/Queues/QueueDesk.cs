using System.Security.Claims;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Web.Api;
using Legator.Web.Approvals;
using Legator.Web.Catalog;
using Legator.Web.RunRequests;

namespace Legator.Web.Queues;

/// <summary>Shows what the run queue holds, and takes what people want of entries that were given up.</summary>
internal sealed partial class QueueDesk(IRunQueue queue, RunCatalog runs, RunRequester requester, Deciders deciders, ILogger<QueueDesk> logger)
{
    private const int MostKept = 1000;

    public async Task<QueueReport> ReportAsync(string? inNamespace, int most, CancellationToken cancellationToken)
    {
        var report = await AskAsync(() => queue.ReportAsync(cancellationToken));
        var letters = report.DeadLetters == 0 ? [] : await AskAsync(() => queue.DeadLettersAsync(MostKept, cancellationToken));
        var items = letters.Select(Item).Where(item => inNamespace is null || item.Namespace == inNamespace).ToList();
        return new QueueReport(report.Waiting, report.Delayed, report.Claimed, report.OldestAge.TotalSeconds, [.. items.Take(most)], inNamespace is null ? report.DeadLetters : items.Count);
    }

    /// <exception cref="ApiException">It was not done; the message says why.</exception>
    public async Task<DeadLetterAnswer> ActAsync(ClaimsPrincipal caller, string id, DeadLetterRequest request, CancellationToken cancellationToken)
    {
        if (request.Action is not ("requeue" or "drop"))
        {
            throw ApiException.Invalid("action", "write requeue or drop.");
        }

        var letter = (await AskAsync(() => queue.DeadLettersAsync(MostKept, cancellationToken))).Select(Item).FirstOrDefault(item => item.Id == id)
            ?? throw ApiException.NotFound($"There is no dead letter '{id}'. 'legator queue list' shows them.");
        var run = letter.Run.Length == 0 ? null : await runs.TryGetAsync(letter.Namespace, letter.Run, cancellationToken);
        RequireRight(caller, run);
        var answer = request.Action == "drop" ? new DeadLetterAnswer(id, "dropped") : await RequeueAsync(caller, letter, run, cancellationToken);

        // What is asked for twice, because this failed, is no harm: a queue knows each run once.
        await AskAsync(() => queue.DropDeadLetterAsync(id, cancellationToken));
        Log.Acted(logger, id, letter.Run, answer.Status, Deciders.PersonOf(caller).Name);
        return answer;
    }

    private async Task<DeadLetterAnswer> RequeueAsync(ClaimsPrincipal caller, DeadLetterItem letter, LegatorRun? run, CancellationToken cancellationToken)
    {
        if (run is null)
        {
            throw new ApiException(StatusCodes.Status409Conflict, "NothingToRequeue", $"The entry names no run that is still there: drop it ('legator queue drop {letter.Id}').");
        }

        if (run.Status?.Phase?.IsFinished() != true)
        {
            await AskAsync(async () =>
            {
                await queue.EnqueueAsync(new RunQueueEntry(new RunKey(letter.Namespace, letter.Run), RunPriority.Interactive), cancellationToken);
                return true;
            });
            return new DeadLetterAnswer(letter.Id, "requeued", letter.Namespace, letter.Run);
        }

        if (run.Spec.UndoOf is { } undone)
        {
            throw new ApiException(StatusCodes.Status409Conflict, "NothingToRequeue", $"Run '{letter.Run}' was an undo and is over: ask for it again ('legator runs undo {undone} --again').");
        }

        var accepted = await requester.RequestAsync(letter.Namespace, run.Spec.AgentRef, new RunRequest(run.Spec.Task, run.Spec.Target), caller, cancellationToken);
        return new DeadLetterAnswer(letter.Id, "requested", accepted.Namespace, accepted.Run);
    }

    /// <summary>Whoever may run an agent may have its entries; an entry of nobody is for those who decide.</summary>
    private void RequireRight(ClaimsPrincipal caller, LegatorRun? run)
    {
        var right = run is null ? deciders.MayDecide(caller) : deciders.MayRun(caller, new AgentKey(run.Metadata.Namespace!, run.Spec.AgentRef));
        if (!right.Allowed)
        {
            throw new ApiException(StatusCodes.Status403Forbidden, "MayNotRun", $"You may not touch this entry: {right.Reason}");
        }
    }

    private static DeadLetterItem Item(DeadLetter letter)
    {
        var slash = letter.Run.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            ? new DeadLetterItem(letter.Id, letter.Run[..slash], letter.Run[(slash + 1)..], letter.Reason, letter.At)
            : new DeadLetterItem(letter.Id, "", "", letter.Run.Length == 0 ? letter.Reason : $"{letter.Reason} It says '{letter.Run}'.", letter.At);
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ApiException))
        {
            Log.Silent(logger, exception.Message);
            throw new ApiException(StatusCodes.Status503ServiceUnavailable, "QueueUnavailable", "The run queue gives no answer now: try again in a moment.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7090, LogLevel.Information, "Dead letter {Id} of run {Run} {What} by {Person}")]
        public static partial void Acted(ILogger logger, string id, string run, string what, string person);

        [LoggerMessage(7091, LogLevel.Warning, "The run queue gives no answer: {Problem}")]
        public static partial void Silent(ILogger logger, string problem);
    }
}
