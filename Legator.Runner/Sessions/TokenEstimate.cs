using System.Text;
using System.Text.Json;
using Legator.Core;

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

    /// <summary>What the model is told about a call.</summary>
    public static int OfAnswer(SessionCall call) => Around + Of(call switch
    {
        { Completed: { } done } => done.Result,
        { Interrupted: { } cut } => cut.Message,
        _ => call.Judged?.Verdict.Message ?? "",
    });
}
