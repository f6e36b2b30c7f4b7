using System.Globalization;
using System.Text;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Guardrails;

namespace Legator.Runner.Sessions;

/// <summary>Tells the model in short what it called in exchanges that are no longer sent. What a model wrote may repeat what it read, so it stands between marks.</summary>
internal static class LeftOut
{
    /// <summary>So many of the calls are told one by one, the newest.</summary>
    private const int Lines = 12;

    private const int LongestLine = 120;

    public static string Of(IEnumerable<SessionTurn> turns)
    {
        var (exchanges, calls) = (0, new List<SessionCall>());
        foreach (var turn in turns)
        {
            exchanges++;
            calls.AddRange(turn.Calls);
        }

        var said = new StringBuilder().Append(CultureInfo.InvariantCulture, $"[{exchanges} earlier {(exchanges == 1 ? "exchange is" : "exchanges are")} left out here.");
        if (calls.Count == 0)
        {
            return said.Append(']').ToString();
        }

        var counts = calls.GroupBy(Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Count()}x"));
        said.Append(" You called in them: ").AppendJoin(", ", counts).Append(calls.Count > Lines ? ". The last of these calls:]\n" : ".]\n");
        return said.Append(UntrustedText.Wrap("earlier calls", string.Join('\n', calls.TakeLast(Lines).Select(Line)))).ToString();
    }

    private static string Name(SessionCall call) => call.Judged?.Verdict.Reason == GuardrailReason.UnknownTool ? "unknown tools" : call.Call.Tool;

    private static string Line(SessionCall call)
    {
        var text = $"{call.Call.Tool} {JsonSerializer.Serialize(call.Call.Arguments, LegatorJson.Options)}";
        var end = text.Length <= LongestLine ? text.Length : char.IsHighSurrogate(text[LongestLine - 1]) ? LongestLine - 1 : LongestLine;
        return $"{text.AsSpan(0, end)}{(end < text.Length ? "…" : "")}: {Outcome(call)}";
    }

    private static string Outcome(SessionCall call) => call switch
    {
        { Completed.Succeeded: true } or { Reported.Finding: not null } => "done",
        { Completed: not null } or { Reported: not null } => "failed",
        { Interrupted: not null } => "interrupted",
        _ => "refused",
    };
}
