using System.Diagnostics;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Sessions;

/// <summary>Spans of requests to models, by OpenTelemetry's conventions for generative AI. They tell sizes and names, never what was said.</summary>
internal static class ModelSpans
{
    private static readonly ActivitySource Source = new("Legator.Runner.Models");

    /// <summary>A request begins.</summary>
    /// <returns>Null where nobody listens.</returns>
    public static Activity? Begin(RunSnapshotModel model, TurnPlan plan)
    {
        var span = Source.StartActivity($"chat {model.Model}", ActivityKind.Client);
        span?.SetTag("gen_ai.operation.name", "chat");
        span?.SetTag("gen_ai.provider.name", model.Provider);
        span?.SetTag("gen_ai.request.model", model.Model);
        span?.SetTag("gen_ai.request.max_tokens", plan.MaxTokens);
        span?.SetTag("legator.turn", plan.Turn);
        return span;
    }

    /// <summary>Says what came of it.</summary>
    public static void End(Activity? span, RunEventData? said)
    {
        switch (said)
        {
            case ModelReplied reply:
                span?.SetTag("gen_ai.response.finish_reasons", new[] { reply.FinishReason });
                span?.SetTag("gen_ai.response.model", reply.ServedBy);
                span?.SetTag("gen_ai.usage.input_tokens", reply.TokensIn);
                span?.SetTag("gen_ai.usage.output_tokens", reply.TokensOut);
                break;
            case ModelFailed:
                span?.SetTag("error.type", "ModelFailed");
                span?.SetStatus(ActivityStatusCode.Error);
                break;
        }
    }
}
