using Legator.Core.Approvals;
using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Core.Scheduling;
using Legator.Operator.Anomalies;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Notifications.Rules;

/// <summary>Writes messages: what happened, to whom it is told, and how it is answered. The same event gives the same messages.</summary>
internal sealed class Composer(IOptions<NotificationOptions> options)
{
    private const int LongestTitle = 200;
    private const int LongestText = 6_000;
    private const int LongestFact = 500;
    private static readonly TimeSpan DefaultAnswer = TimeSpan.FromSeconds(300);

    /// <summary>A run is over.</summary>
    public IReadOnlyList<Notification> Ended(NotifiedRun run, RunEvent end, LegatorRunStatus status, Telling telling) => telling.Action switch
    {
        ReportingAction.Notify => ToAll(Ended(run, end, status, telling.Kind, telling.Severity), Receivers.People(run.Environment)),
        ReportingAction.Escalate => ToAll(Ended(run, end, status, telling.Kind, telling.Severity), Receivers.Escalation(run.Spec?.Guardrails.Escalation, run.Environment, run.Snapshot?.Delegation), run),
        _ => [],
    };

    /// <summary>A run was not as its agent's runs usually are. What several runs have in common is one message.</summary>
    public IReadOnlyList<Notification> Unusual(NotifiedRun run, RunEvent end, Anomaly anomaly, ReportingAction action)
    {
        var message = Begin(run, end, "unusual", NotificationKind.RunUnusual, anomaly.Severity) with
        {
            Event = NotificationIds.Of("anomaly", run.Run.Namespace, anomaly.Name),
            Title = PlainText.LineOf($"{run.Agent}: {anomaly.Kind}: {anomaly.Summary}", LongestTitle),
            Text = PlainText.Of(anomaly.Summary, LongestText),
            Facts = [.. Facts(run), new("Anomaly", anomaly.Kind)],
            Command = $"legator runs logs {run.Run.Name} --namespace {run.Run.Namespace}",
            Link = Page("runs", run.Run.Namespace, run.Run.Name),
        };
        return action switch
        {
            ReportingAction.Notify => ToAll(message, Receivers.People(run.Environment)),
            ReportingAction.Escalate => ToAll(message, Receivers.Escalation(run.Spec?.Guardrails.Escalation, run.Environment, run.Snapshot?.Delegation), run),
            _ => [],
        };
    }

    /// <summary>An action was refused, and the agent wants refusals escalated.</summary>
    public IReadOnlyList<Notification> Refused(NotifiedRun run, RunEvent judgement, ActionJudged judged, EscalationSpec escalation)
    {
        var message = Begin(run, judgement, $"refused/{judged.Digest.Value}", NotificationKind.ActionRefused, Severity.Warning) with
        {
            Title = PlainText.LineOf($"{run.Agent}: {judged.Tool} was refused ({judged.Verdict.Reason})", LongestTitle),
            Text = PlainText.Of(judged.Verdict.Message, LongestText),
            Facts = [.. Facts(run), .. Facts(judged)],
            Link = Page("runs", run.Run.Namespace, run.Run.Name),
            Clock = new EscalationClock(AnswerTime(escalation.Timeout).TotalSeconds, escalation.OnTimeout),
        };
        return ToAll(
            message with { Command = $"legator notifications answer {message.Event}" },
            Receivers.Escalation(escalation, run.Environment, run.Snapshot?.Delegation),
            run);
    }

    /// <summary>A run waits for a decision.</summary>
    public IReadOnlyList<Notification> Asked(NotifiedRun run, RunEvent question, RunApproval approval)
    {
        var spec = ApprovalRequests.SpecOf(approval, run.Agent);
        var text = string.Join("\n\n", new[]
        {
            spec.Context ?? "",
            $"Arguments: {string.Join(", ", spec.Action.Args.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"))}",
            approval.Asked.Preview.Difference is { } difference ? $"Dry run:\n{difference}" : null,
        }.OfType<string>());
        var message = Begin(run, question, "asked", NotificationKind.ApprovalRequested, Severity.Warning) with
        {
            Title = PlainText.LineOf(approval.Asked.Escalation is { } round ? $"{run.Agent}: {approval.Judged.Tool} was refused and the run waits ({round.Number}): {spec.Action.Description}" : $"{run.Agent} asks: {spec.Action.Description}", LongestTitle),
            Text = PlainText.Of(text, LongestText),
            Facts = [.. Facts(run), new("Approval", approval.Asked.Request), .. Facts(approval.Judged), new("Decide until", approval.Asked.ExpiresAt.ToUniversalTime().ToString("u"))],
            Command = $"legator approvals get {approval.Asked.Request} --namespace {run.Run.Namespace}",
            Link = Page("approvals", run.Run.Namespace, approval.Asked.Request),
        };
        return ToAll(message, approval.Asked.Escalation is null ? Receivers.People(run.Environment) : Receivers.Escalation(run.Spec?.Guardrails.Escalation, run.Environment, run.Snapshot?.Delegation), run);
    }

    /// <summary>One message in the place of several that were held back.</summary>
    public Notification Summary(IReadOnlyList<Notification> held)
    {
        var first = held[0];
        var kinds = held.GroupBy(message => message.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Count()} × {Name(kind.Key)}");
        var lines = held.Take(30).Select(message => $"- {message.Title}").Concat(held.Count > 30 ? [$"… and {held.Count - 30} more: legator notifications list --state summarised --agent {first.Agent}"] : []);
        var id = NotificationIds.Of("summary", first.Id, held[^1].Id, held.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return first with
        {
            Id = id,
            Event = id,
            Kind = NotificationKind.Summary,
            Severity = held.Max(message => message.Severity),
            Run = null,
            Time = held[^1].Time,
            Title = $"{first.Agent}: {held.Count} more {(held.Count == 1 ? "message" : "messages")}",
            Text = $"The agent sent more than {options.Value.PerHour} messages in an hour, so these were held back: {string.Join(", ", kinds)}.\n{PlainText.Cut(string.Join('\n', lines), LongestText)}",
            Facts = [new("Agent", first.AgentKey.ToString())],
            Command = null,
            Link = Page("agents", first.Namespace, first.Agent),
            Clock = null,
        };
    }

    /// <summary>The same escalation once more, because nobody answered.</summary>
    public static Notification Again(Notification told)
    {
        var round = told.Clock!.Round + 1;
        return told with
        {
            Id = NotificationIds.Of("again", told.Event, told.ChannelKey, round.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Title = PlainText.Cut($"Nobody answered ({round}/{EscalationClock.MostRounds}): {Original(told.Title)}", LongestTitle),
            Clock = told.Clock with { Round = round },
        };
    }

    private static string Original(string title) => title.StartsWith("Nobody answered (", StringComparison.Ordinal) ? title[(title.IndexOf("): ", StringComparison.Ordinal) + 3)..] : title;

    private Notification Ended(NotifiedRun run, RunEvent end, LegatorRunStatus status, NotificationKind kind, Severity severity)
    {
        var findings = status.Findings.OrderByDescending(finding => finding.Severity).Select(finding => $"{finding.Severity}: {(finding.Resource is { } about ? about + ": " : "")}{finding.Message}");
        var text = string.Join("\n\n", new[] { string.Join('\n', findings), status.Report ?? "", status.Message ?? "" }.Where(part => part.Length > 0).Take(2));
        return Begin(run, end, "ended", kind, severity) with
        {
            Title = PlainText.LineOf($"{run.Agent}: {Outcome(kind, status)}", LongestTitle),
            Text = PlainText.Of(text, LongestText),
            Facts =
            [
                .. Facts(run),
                new("Phase", $"{status.Phase} ({status.Reason})"),
                .. status.Usage is { TotalTokens: > 0 } usage ? [new NotificationFact("Tokens", usage.TotalTokens.ToString(System.Globalization.CultureInfo.InvariantCulture))] : Array.Empty<NotificationFact>(),
                .. status.Usage?.EstimatedCost is { } cost ? [new NotificationFact("Cost", cost)] : Array.Empty<NotificationFact>(),
            ],
            Command = $"legator runs logs {run.Run.Name} --namespace {run.Run.Namespace}",
            Link = Page("runs", run.Run.Namespace, run.Run.Name),
        };
    }

    private static string Outcome(NotificationKind kind, LegatorRunStatus status) => kind switch
    {
        NotificationKind.RunFound => $"{status.Findings.Count} finding{(status.Findings.Count == 1 ? "" : "s")}: {status.Findings.MaxBy(finding => finding.Severity)!.Message}",
        NotificationKind.RunSucceeded => "the run succeeded",
        _ => $"the run ended as {status.Phase}: {status.Message}",
    };

    private static Notification Begin(NotifiedRun run, RunEvent at, string what, NotificationKind kind, Severity severity) => new()
    {
        Id = "",
        Event = NotificationIds.Of(run.Run.ToString(), what, what.StartsWith("refused/", StringComparison.Ordinal) ? "" : at.Hash),
        Kind = kind,
        Severity = severity,
        Namespace = run.Run.Namespace,
        Agent = run.Agent,
        Run = run.Run.Name,
        Environment = run.EnvironmentName,
        Channel = "",
        Time = at.Time,
        Title = "",
    };

    private static IReadOnlyList<Notification> ToAll(Notification message, IReadOnlyList<string> channels, NotifiedRun? run = null) =>
    [
        .. channels.Select(channel => message with
        {
            Id = NotificationIds.Of(message.Event, message.Environment, channel),
            Channel = channel,
            Parent = channel == Notification.ParentChannel ? run?.Snapshot?.Delegation?.From : null,
        }),
    ];

    private static IEnumerable<NotificationFact> Facts(NotifiedRun run)
    {
        yield return new("Agent", $"{run.Run.Namespace}/{run.Agent}");
        yield return new("Run", run.Run.Name);
    }

    private static IEnumerable<NotificationFact> Facts(ActionJudged judged)
    {
        yield return new("Action", PlainText.LineOf(judged.Actions.Count == 0 ? judged.Tool : string.Join("; ", judged.Actions.Select(action => $"{action.Verb} {action.Target.Text}")), LongestFact));
        yield return new("Tier", Legator.Core.Actions.RiskTierNames.WireName(judged.Verdict.Tier));
    }

    private static TimeSpan AnswerTime(string text) => GoDuration.TryParse(text, out var wait, out _) && wait > TimeSpan.Zero ? wait : DefaultAnswer;

    private static string Name(NotificationKind kind) => System.Text.Json.JsonSerializer.SerializeToElement(kind, Legator.Core.LegatorJson.Options).GetString()!;

    private string? Page(string kind, string place, string name) =>
        options.Value.PublicUrl is { Length: > 0 } root ? $"{root.TrimEnd('/')}/{kind}/{Uri.EscapeDataString(place)}/{Uri.EscapeDataString(name)}" : null;
}
