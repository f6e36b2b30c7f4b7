using System.Text;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Sessions;

/// <summary>How many tokens a text is, about. Vendors count differently and tell only afterwards; this depends on the text alone, so that whoever resumes or replays a run comes to the same.</summary>
internal static class TokenEstimate
{
    /// <summary>Bytes of a token, about, in what models read here: English, JSON, logs.</summary>
    public const int Bytes = 4;

    /// <summary>What goes around a message, a call or an answer: names, ids, marks.</summary>
    public const int Around = 30;

    public static int Of(string text) => (Encoding.UTF8.GetByteCount(text) + Bytes - 1) / Bytes;

    /// <summary>A reply of the model, without the answers to its calls.</summary>
    public static int OfReply(SessionTurn turn) =>
        Around + Of(turn.Reply.Text) + Of(turn.HasCalls ? turn.Reply.Reasoning ?? "" : "") + turn.Calls.Sum(c => Around + Of(JsonSerializer.Serialize(c.Call.Arguments, LegatorJson.Options)));

    /// <summary>What every request of a run begins with: the prompt and the tools.</summary>
    public static int OfBeginning(SessionState state, IReadOnlyList<ToolDeclaration> tools) =>
        Around + Of(state.Prompt?.System ?? "") + Of(state.Prompt?.User ?? "") + tools.Sum(t => Around + Of(t.Description) + Of(t.Schema.GetRawText()));

    /// <summary>The next request. What the vendor counted of the last one is right; only what has come since, and what is left out now, is estimated.</summary>
    public static int OfNext(SessionState state, IReadOnlyList<ToolDeclaration> tools, RunSnapshotLimits limits)
    {
        var high = ConversationWindow.High(limits);
        var now = ConversationWindow.Of(state.Turns, high).Tokens;
        return state.Turns is [.., { Reply: { TokensIn: > 0, TokensEstimated: null } last }]
            ? (int)Math.Max(0, last.TokensIn + now - ConversationWindow.Of([.. state.Turns.SkipLast(1)], high).Tokens)
            : OfBeginning(state, tools) + now;
    }

    /// <summary>What the model is told about a call.</summary>
    public static int OfAnswer(SessionCall call) => Around + Of(call switch
    {
        { Completed: { } done } => done.Result,
        { Interrupted: { } cut } => cut.Message,
        _ => call.Judged?.Verdict.Message ?? "",
    });
}
