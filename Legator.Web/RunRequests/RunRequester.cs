using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Api;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Web.Api;
using Legator.Web.Approvals;
using Legator.Web.Catalog;
using Legator.Web.SignIn;

namespace Legator.Web.RunRequests;

/// <summary>Asks for runs by annotating the agent; the Operator makes the run, under a name that follows from agent and nonce.</summary>
internal sealed partial class RunRequester(AgentCatalog agents, ResourceClient<LegatorAgent> client, Deciders deciders, RecentRequests recent, TimeProvider clock, ILogger<RunRequester> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <summary>Stores the request. One that the Operator has not taken up yet is waited for, a few seconds long.</summary>
    /// <exception cref="ApiException">No such agent, the caller may not run it, it is paused, or an earlier request is still pending.</exception>
    public async Task<RunAccepted> RequestAsync(string? inNamespace, string name, RunRequest request, ClaimsPrincipal caller, CancellationToken cancellationToken, UndoRequest? undo = null)
    {
        var started = clock.GetTimestamp();
        var nonce = RandomNumberGenerator.GetHexString(16, lowercase: true);
        while (true)
        {
            var agent = await agents.GetAsync(inNamespace, name, cancellationToken);
            var key = new AgentKey(agent.Metadata.Namespace!, name);
            RequireRight(caller, key);
            if (agent.Spec.Paused)
            {
                throw new ApiException(StatusCodes.Status409Conflict, "AgentPaused", $"Agent '{name}' is paused: set spec.paused to false to run it.");
            }

            if (string.IsNullOrEmpty(agent.Metadata.Annotation(LegatorApi.RunNowAnnotation)) && await TryAnnotateAsync(agent, nonce, request, undo, cancellationToken))
            {
                var run = RunNames.ForRequest(key, nonce);
                recent.Add(new RunKey(key.Namespace, run));
                Log.Requested(logger, run, key, Principals.HolderOf(caller));
                return new RunAccepted("accepted", name, key.Namespace, run, request.Task, request.Target);
            }

            if (clock.GetElapsedTime(started) > Patience)
            {
                throw new ApiException(
                    StatusCodes.Status409Conflict,
                    "RequestPending",
                    $"An earlier request for agent '{name}' has not been taken up: is the Operator running? See 'legator status'. To drop it, remove the annotation {LegatorApi.RunNowAnnotation}.");
            }

            await Task.Delay(Step, clock, cancellationToken);
        }
    }

    /// <exception cref="ApiException">The caller may not have the agent run.</exception>
    public void RequireRight(ClaimsPrincipal caller, AgentKey agent)
    {
        if (deciders.MayRun(caller, agent) is { Allowed: false } right)
        {
            throw new ApiException(StatusCodes.Status403Forbidden, "MayNotRun", $"You may not run agent '{agent.Name}': {right.Reason}");
        }
    }

    private async Task<bool> TryAnnotateAsync(LegatorAgent agent, string nonce, RunRequest request, UndoRequest? undo, CancellationToken cancellationToken)
    {
        var patch = new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["resourceVersion"] = agent.Metadata.ResourceVersion,
                ["annotations"] = new JsonObject
                {
                    [LegatorApi.RunNowAnnotation] = nonce,
                    [LegatorApi.TaskAnnotation] = request.Task,
                    [LegatorApi.TargetAnnotation] = request.Target,
                    [LegatorApi.UndoAnnotation] = undo?.ToString(),
                },
            },
        };
        try
        {
            await client.PatchAsync(agent.Metadata.Namespace, agent.Metadata.Name!, patch, cancellationToken);
            return true;
        }
        catch (ClusterException e) when (e.IsConflict)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7020, LogLevel.Information, "Run {Run} of agent {Agent} requested by {Caller}")]
        public static partial void Requested(ILogger logger, string run, AgentKey agent, string caller);
    }
}
