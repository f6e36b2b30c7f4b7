using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Agents;
using Legator.Operator.Control;
using Legator.Operator.Rollbacks;
using Legator.Operator.Runs;

namespace Legator.Operator.Requests;

/// <summary>
/// Honours the annotation run-now in three steps, each safe to repeat after a crash: the request gets a nonce, the run named after the nonce is made,
/// the annotations go away. Every write is bound to the version that was read, so a newer request is never removed with an older one.
/// </summary>
internal sealed class RunRequests(ResourceClient<LegatorAgent> agents, RunMaker maker, UndoOrders undos, StatusWriter<LegatorAgent> writer)
{
    /// <summary>Makes the run that is asked for, if one is.</summary>
    public async Task HonourAsync(LegatorAgent cached, AgentReview review, CancellationToken cancellationToken)
    {
        var agent = writer.Freshest(cached);
        if (RunRequest.Of(agent) is not { } request)
        {
            return;
        }

        if (request.IsUnnamed)
        {
            request = request with { Value = RunRequest.Nonce(agent.Metadata) };
            agent = await AnnotateAsync(cached, agent, new JsonObject { [LegatorApi.RunNowAnnotation] = request.Value }, cancellationToken);
        }

        var key = new AgentKey(agent.Metadata.Namespace ?? "", agent.Metadata.Name ?? "");
        var order = new RunOrder(RunNames.ForRequest(key, request.Value), RunTrigger.Manual)
        {
            RequestId = request.Value,
            Task = request.Task,
            Target = request.Target,
        };
        order = request.Undo is { } undo ? await undos.CompleteAsync(order, key, review.FoundEnvironment, undo, cancellationToken) : order;
        await maker.MakeAsync(agent, review, order, cancellationToken);
        var gone = new JsonObject { [LegatorApi.RunNowAnnotation] = null, [LegatorApi.TaskAnnotation] = null, [LegatorApi.TargetAnnotation] = null, [LegatorApi.UndoAnnotation] = null };
        await AnnotateAsync(cached, agent, gone, cancellationToken);
    }

    private async Task<LegatorAgent> AnnotateAsync(LegatorAgent cached, LegatorAgent agent, JsonObject annotations, CancellationToken cancellationToken)
    {
        var patch = new JsonObject
        {
            ["metadata"] = new JsonObject { ["resourceVersion"] = agent.Metadata.ResourceVersion, ["annotations"] = annotations },
        };
        var written = await agents.PatchAsync(agent.Metadata.Namespace, agent.Metadata.Name!, patch, cancellationToken);
        writer.Remember(cached, written);
        return written;
    }
}
