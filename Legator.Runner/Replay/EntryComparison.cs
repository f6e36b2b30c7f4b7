using System.Text.Json;
using Legator.Core;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Replay;

/// <summary>Compares an entry with what the replay came to, and says what the difference means.</summary>
internal static class EntryComparison
{
    /// <summary>The entry's wire name.</summary>
    public static string TypeOf(RunEventData data) => Json(data).GetProperty("type").GetString()!;

    /// <summary>What an older version did not record is not compared.</summary>
    public static RunEventData AsThen(RunEventData data, RunEventData recorded) => (data, recorded) switch
    {
        (RunStarted now, RunStarted { Format: null }) => now with { Format = null },
        (ModelReplied now, ModelReplied { Request: null }) => now with { Request = null },
        (ModelFailed now, ModelFailed { Request: null }) => now with { Request = null },
        (ActionJudged now, ActionJudged { Facts: null }) => now with { Facts = null },
        _ => data,
    };

    /// <returns>Null where the two are the same.</returns>
    public static ReplayDifference? Of(RunEvent recorded, RunEventData replayed, ReplayCalls calls, IReadOnlyList<RunEvent> played)
    {
        var (then, now) = (Json(recorded.Data), Json(replayed));
        if (CanonicalJson.Canonicalize(then).AsSpan().SequenceEqual(CanonicalJson.Canonicalize(now)))
        {
            return null;
        }

        if (RequestOf(recorded.Data) is { } told && RequestOf(replayed) is { } tells && recorded.Data.GetType() == replayed.GetType() && CanonicalJson.Sha256(told) != CanonicalJson.Sha256(tells))
        {
            return OtherRequest(recorded, told, tells, calls, played);
        }

        var fields = FieldComparison.Of(then, now);
        return new ReplayDifference(recorded.Sequence, TypeOf(recorded.Data), TypeOf(replayed), Sentence(recorded.Data, replayed, fields), fields) { Call = calls.Describe(recorded.Data) };
    }

    private static string Sentence(RunEventData recorded, RunEventData replayed, IReadOnlyList<ReplayedField> fields) =>
        recorded.GetType() != replayed.GetType() ? $"The recorded run has {TypeOf(recorded)} here, and this build comes to {TypeOf(replayed)}."
        : recorded is ActionJudged && fields.Any(f => f.Path is "verdict.outcome" or "verdict.reason") ? "This build judges the call otherwise."
        : $"This build comes to another {TypeOf(recorded)}: {fields.Count} {(fields.Count == 1 ? "field differs" : "fields differ")}.";

    /// <summary>The model would be asked something else. Where that is the answer to one of its calls, the entry of that answer is the one in question.</summary>
    private static ReplayDifference OtherRequest(RunEvent recorded, ModelRequest told, ModelRequest tells, ReplayCalls calls, IReadOnlyList<RunEvent> played)
    {
        var type = TypeOf(recorded.Data);
        for (var place = 0; place < Math.Min(told.Answers?.Count ?? 0, tells.Answers?.Count ?? 0); place++)
        {
            var seq = calls.Count - calls.InLastReply + place + 1;
            if (told.Answers![place] != tells.Answers![place] && played.LastOrDefault(e => RecordedEntries.SeqOf(e.Data) == seq) is { } answer)
            {
                return new ReplayDifference(
                    answer.Sequence,
                    TypeOf(answer.Data),
                    TypeOf(answer.Data),
                    $"What the entry says of this call is not what the model was told of it at entry {recorded.Sequence}: the entry was changed afterwards, or this build words answers otherwise.",
                    [new ReplayedField(answer.Data is ActionCompleted ? "result" : "message", $"{FieldComparison.Short(AnswerOf(answer.Data))} (SHA-256 {tells.Answers[place]}…)", $"the model was told SHA-256 {told.Answers[place]}…")])
                {
                    Call = calls.Describe(seq),
                    SeenAt = recorded.Sequence,
                };
            }
        }

        var fields = FieldComparison.Of(Json(recorded.Data), Json(recorded.Data switch
        {
            ModelReplied reply => reply with { Request = tells },
            ModelFailed failure => failure with { Request = tells },
            var other => other,
        }));
        var message = told.At != tells.At ? "The model would be asked at another time."
            : told.Tools != tells.Tools ? "The model would be offered other tools: this build has other ones, or describes them otherwise."
            : "The model would be asked something else, though the answers to its last calls are the same: an earlier reply was changed afterwards, or this build words requests otherwise.";
        return new ReplayDifference(recorded.Sequence, type, type, message, fields);
    }

    private static string AnswerOf(RunEventData data) => data switch
    {
        ActionCompleted completed => completed.Result,
        ActionInterrupted interrupted => interrupted.Message,
        FindingReported reported => reported.Problem ?? reported.Finding?.Message ?? "",
        ActionJudged judged => judged.Verdict.Message,
        _ => "",
    };

    private static ModelRequest? RequestOf(RunEventData data) => data switch
    {
        ModelReplied reply => reply.Request,
        ModelFailed failure => failure.Request,
        _ => null,
    };

    private static JsonElement Json(RunEventData data) => JsonSerializer.SerializeToElement(data, LegatorJson.Options);
}
