using Legator.Core.Runs.Events;
using Legator.Runner.Providers;

namespace Legator.Runner.Sessions;

/// <summary>One reply of the model and the calls in it.</summary>
internal sealed record SessionTurn(ModelReplied Reply, IReadOnlyList<SessionCall> Calls)
{
    public bool HasCalls => Calls.Count > 0;

    /// <summary>The model, or a filter in front of it, said no.</summary>
    public bool IsRefused => ModelReply.IsRefusal(Reply.FinishReason);

    public bool IsTruncated => Reply.FinishReason == ModelReply.Truncated;
}
