using System.Security.Claims;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Api;
using Legator.Core.Redaction;
using Legator.Core.Resources;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Web.Api;
using Legator.Web.Approvals;
using Legator.Web.Catalog;

namespace Legator.Web.Cancels;

/// <summary>Asks for the end of a run by annotating it; the Operator tells the runners, and the one that holds the run, or takes it up for that, ends it.</summary>
internal sealed partial class RunCanceller(RunCatalog runs, ResourceClient<LegatorRun> client, Deciders deciders, ILogger<RunCanceller> logger)
{
    /// <exception cref="ApiException">There is no such run, it is over, or the caller may not run its agent.</exception>
    public async Task<CancelAccepted> RequestAsync(string? inNamespace, string name, CancelBody body, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var run = await runs.GetAsync(inNamespace, name, cancellationToken);
        var agent = new AgentKey(run.Metadata.Namespace!, run.Spec.AgentRef);
        if (deciders.MayRun(caller, agent) is { Allowed: false } right)
        {
            throw new ApiException(StatusCodes.Status403Forbidden, "MayNotRun", $"You may not end runs of agent '{agent.Name}': {right.Reason}");
        }

        RequireUnfinished(run, name);
        if (CancelOrder.Of(run.Metadata) is { } earlier)
        {
            return Accepted(run, earlier.By);
        }

        var person = Deciders.PersonOf(caller).Name;
        var annotations = new JsonObject
        {
            [LegatorApi.CancelAnnotation] = body.Reason is { Length: > 0 } reason ? Redactor.Default.Redact(reason) : "true",
            [LegatorApi.CancelByAnnotation] = person,
        };
        var patch = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = annotations } };
        RequireUnfinished(await client.PatchAsync(agent.Namespace, name, patch, cancellationToken), name);
        Log.Requested(logger, name, agent, person);
        return Accepted(run, person);
    }

    private static CancelAccepted Accepted(LegatorRun run, string by) => new("accepted", run.Spec.AgentRef, run.Metadata.Namespace!, run.Metadata.Name!, by);

    private static void RequireUnfinished(LegatorRun run, string name)
    {
        if (run.Status?.Phase is { } phase && phase.IsFinished())
        {
            throw new ApiException(StatusCodes.Status409Conflict, "RunFinished", $"Run '{name}' is over ({phase}): there is nothing left to end. 'legator runs undo {name}' takes its changes back.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7025, LogLevel.Information, "End of run {Run} of agent {Agent} requested by {Caller}")]
        public static partial void Requested(ILogger logger, string run, AgentKey agent, string caller);
    }
}
