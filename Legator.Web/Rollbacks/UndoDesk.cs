using System.Security.Claims;
using Legator.Core.Api;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Web.Api;
using Legator.Web.Catalog;
using Legator.Web.Journals;
using Legator.Web.RunRequests;

namespace Legator.Web.Rollbacks;

/// <summary>Shows how a run's changes are taken back, and asks the run's agent for it. The Operator makes the plan once more when it makes the run.</summary>
internal sealed class UndoDesk(RunCatalog runs, JournalReader journal, RunRequester requester)
{
    /// <summary>What an undo would do.</summary>
    /// <exception cref="ApiException">There is no such run, or it is not over.</exception>
    public async Task<UndoView> ShowAsync(string? inNamespace, string name, IReadOnlyList<int> actions, CancellationToken cancellationToken)
    {
        var run = await runs.GetAsync(inNamespace, name, cancellationToken);
        var events = await journal.ReadAllAsync(new RunKey(run.Metadata.Namespace!, name), cancellationToken);
        if (events is not [.., { Data: RunFinished }])
        {
            throw new ApiException(StatusCodes.Status409Conflict, "RunNotFinished", $"Run '{name}' is not over yet: take it back when it is.");
        }

        var plan = UndoPlan.Of(events, actions);
        return new UndoView(run.Metadata.Namespace!, name, run.Spec.AgentRef, plan.Steps, plan.Left, runs.UndoOf(run.Metadata.Namespace!, name)?.Metadata.Name);
    }

    /// <summary>What an undo would do, with what a dry run found of it.</summary>
    /// <exception cref="ApiException">There is no such run, or the other is no dry run of its undo.</exception>
    public async Task<UndoView> ShowAsync(string? inNamespace, string name, IReadOnlyList<int> actions, string dryRun, CancellationToken cancellationToken)
    {
        var view = await ShowAsync(inNamespace, name, actions, cancellationToken);
        var looked = await runs.GetAsync(view.Namespace, dryRun, cancellationToken);
        return looked.Spec is { DryRun: true, UndoOf: { } of } && of == name
            ? view with { Outlook = UndoOutlook.Read(view.Steps, await journal.ReadAllAsync(new RunKey(view.Namespace, dryRun), cancellationToken)) }
            : throw ApiException.Invalid("dryRun", $"Run '{dryRun}' is no dry run of an undo of '{name}'.");
    }

    /// <summary>Asks for the undo.</summary>
    /// <exception cref="ApiException">The caller may not run the agent, there is nothing to take back, or it was taken back before.</exception>
    public async Task<RunAccepted> RequestAsync(string? inNamespace, string name, UndoBody body, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var actions = body.Actions ?? [];
        var view = await ShowAsync(inNamespace, name, actions, cancellationToken);
        requester.RequireRight(caller, new AgentKey(view.Namespace, view.Agent));
        if (view.Steps.Count == 0)
        {
            var why = view.Left.Count == 0 ? "It changed nothing." : string.Join(" ", view.Left.Select(l => $"Action {l.Seq}: {l.Why}"));
            throw new ApiException(StatusCodes.Status409Conflict, "NothingToUndo", $"Nothing of run '{name}' can be taken back. {why}");
        }

        if (view.UndoneBy is { } before && !body.Again && !body.DryRun)
        {
            throw new ApiException(StatusCodes.Status409Conflict, "AlreadyUndone", $"Run '{before}' is an undo of '{name}' already: see what it did, or ask again with 'again' (legator runs undo --again).");
        }

        return await requester.RequestAsync(view.Namespace, view.Agent, new RunRequest(), caller, cancellationToken, new UndoRequest(name, actions, body.DryRun));
    }
}
