using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Guardrails;
using Legator.Core.Redaction;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Skills.Recording;

/// <summary>Makes a rehearsal of a run: what its model said and called, what the gate answered and the tools did. It is made of the journal, which holds no secrets, and is redacted once more.</summary>
public static class RehearsalRecorder
{
    private const int MostTurns = 99;

    /// <summary>The rehearsal.</summary>
    /// <param name="run">Name of the run.</param>
    /// <param name="snapshot">What the run worked with.</param>
    /// <param name="events">Its journal.</param>
    public static RecordedRehearsal Of(string run, RunSnapshot snapshot, IReadOnlyList<RunEvent> events)
    {
        var notes = new List<string>();
        var turns = RecordedCall.Read(events);
        var called = turns.Where(turn => turn.Calls.Count > 0).ToList();
        var calls = called.SelectMany(turn => turn.Calls).ToList();
        if (called.Count > MostTurns)
        {
            notes.Add($"The run has {called.Count} turns with calls, and a rehearsal at most {MostTurns + 1}: the later ones are left out.");
        }

        Note(calls, snapshot, notes);
        var document = new JsonObject
        {
            ["description"] = $"Recorded from run {run}.",
            ["turns"] = new JsonArray([.. called.Take(MostTurns).Select(Turn), Report(events)]),
            ["environment"] = Environment(snapshot.Environment.Spec),
            ["scenes"] = new JsonArray(Scene(run, snapshot, events, calls)),
        };
        return new RecordedRehearsal(Redacted(document), notes);
    }

    private static JsonNode Turn((ModelReplied Reply, IReadOnlyList<RecordedCall> Calls) turn) => Without(new JsonObject
    {
        ["say"] = string.IsNullOrWhiteSpace(turn.Reply.Text) ? null : RehearsalPlaceholder.Escape(turn.Reply.Text),
        ["call"] = new JsonArray([.. turn.Calls.Select(Call)]),
    });

    private static JsonNode Report(IReadOnlyList<RunEvent> events)
    {
        var text = events.Select(e => e.Data).OfType<ReportWritten>().LastOrDefault()?.Report;
        var findings = events.Select(e => e.Data).OfType<FindingReported>().Select(f => f.Finding).OfType<Finding>().ToList();
        return Without(new JsonObject
        {
            ["report"] = RehearsalPlaceholder.Escape(string.IsNullOrWhiteSpace(text) ? "The run gave no report." : text),
            ["findings"] = findings.Count == 0 ? null : new JsonArray([.. findings.Select(FindingOf)]),
        });
    }

    private static JsonNode FindingOf(Finding finding) => Without(new JsonObject
    {
        ["severity"] = finding.Severity,
        ["message"] = RehearsalPlaceholder.Escape(finding.Message),
        ["resource"] = finding.Resource is { } resource ? RehearsalPlaceholder.Escape(resource) : null,
    });

    private static JsonNode Call(RecordedCall made) => Without(new JsonObject
    {
        ["tool"] = made.Call.Tool,
        // As the journal has them: without secrets.
        ["arguments"] = made.Judged!.Arguments.ValueKind == JsonValueKind.Object ? Escaped(JsonSerializer.SerializeToNode(made.Judged.Arguments)) : null,
        ["expect"] = Expectation(made),
        ["answer"] = made.Answer is not { } answer ? null
            : answer.Failed ? new JsonObject { ["text"] = answer.Text, ["failed"] = true }
            : JsonValue.Create(answer.Text),
    });

    private static JsonObject? Expectation(RecordedCall made) => (made.Asked, made.Judged!.Verdict) switch
    {
        (true, _) => new JsonObject { ["verdict"] = Word(VerdictOutcome.NeedsApproval) },
        (_, { Outcome: VerdictOutcome.Allow }) => null,
        (_, var verdict) => new JsonObject { ["verdict"] = Word(verdict.Outcome), ["reason"] = verdict.Reason.ToString() },
    };

    private static JsonNode Scene(string run, RunSnapshot snapshot, IReadOnlyList<RunEvent> events, List<RecordedCall> calls) => Without(new JsonObject
    {
        ["name"] = $"as in run {run}",
        ["autonomy"] = Word(snapshot.Agent.Spec.Guardrails.Autonomy),
        ["approvalMode"] = snapshot.Agent.Spec.Guardrails.ApprovalMode is { } mode ? Word(mode) : null,
        ["approvals"] = calls.Exists(c => c.Approved == true) ? "approve" : calls.Exists(c => c.Approved == false) ? "deny" : null,
        ["trigger"] = Word(snapshot.Trigger),
        ["task"] = snapshot.Task,
        ["target"] = snapshot.Target,
        // Others depend on more than a scene says.
        ["phase"] = events is [.., { Data: RunFinished { Phase: nameof(RunPhase.Succeeded) } }] ? nameof(RunPhase.Succeeded) : null,
    });

    /// <summary>What decides about calls; connections, credentials and channels are nobody's business here.</summary>
    private static JsonNode? Environment(LegatorEnvironmentSpec spec)
    {
        var node = (JsonObject)JsonSerializer.SerializeToNode(new LegatorEnvironmentSpec { Endpoints = spec.Endpoints, Namespaces = spec.Namespaces, DataResources = spec.DataResources, ProtectionClasses = spec.ProtectionClasses }, LegatorJson.Options)!;
        foreach (var name in node.Where(field => field.Value is JsonObject { Count: 0 } or JsonArray { Count: 0 }).Select(field => field.Key).ToList())
        {
            node.Remove(name);
        }

        return node.Count == 0 ? null : node;
    }

    private static void Note(List<RecordedCall> calls, RunSnapshot snapshot, List<string> notes)
    {
        if (calls.Exists(c => c.Approved == true) && calls.Exists(c => c.Approved == false))
        {
            notes.Add("People said yes to some calls and no to others; a scene has one answer, and this one says yes.");
        }

        if (snapshot.Payload is not null)
        {
            notes.Add("What the caller sent to the run is left out.");
        }

        if (calls.Exists(c => c.Call.Tool.StartsWith("sql.", StringComparison.Ordinal)))
        {
            notes.Add("A run does not record which SQL its databases speak: write 'dialects' where a query is no read in every one.");
        }

        foreach (var tool in calls.Select(c => c.Call.Tool).Where(t => t.StartsWith("mcp.", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            notes.Add($"{tool} is a tool of a server of the environment: give the environment with --environment.");
        }
    }

    private static JsonNode? Escaped(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(m => KeyValuePair.Create(m.Key, Escaped(m.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Escaped)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(RehearsalPlaceholder.Escape(text)),
        null => null,
        _ => node.DeepClone(),
    };

    private static JsonObject Redacted(JsonObject document) =>
        JsonSerializer.SerializeToNode(Redactor.Default.Redact(JsonSerializer.SerializeToElement(Without(document), LegatorJson.Options)), LegatorJson.Options)!.AsObject();

    private static JsonObject Without(JsonObject fields)
    {
        foreach (var name in fields.Where(field => field.Value is null).Select(field => field.Key).ToList())
        {
            fields.Remove(name);
        }

        return fields;
    }

    private static string Word<T>(T value) => JsonSerializer.SerializeToElement(value, LegatorJson.Options).GetString()!;
}
