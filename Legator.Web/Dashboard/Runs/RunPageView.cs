using System.Globalization;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Web.Catalog;

namespace Legator.Web.Dashboard.Runs;

/// <summary>Everything that the run page shows. The status is folded from the journal, so the page never lags behind it.</summary>
public sealed record RunPageView(RunKey Run, LegatorRun? Record, LegatorRunStatus Status, ChainReport Chain, string Head, IReadOnlyList<TimelineEntry> Timeline)
{
    public string Phase => WireNames.Of(Status.Phase ?? RunPhase.Pending);

    public bool IsFinished => Status.Phase?.IsFinished() == true;

    public string Agent => Record?.Spec.AgentRef ?? "unknown";

    public string Environment => Record?.Spec.EnvironmentRef ?? "unknown";

    public string Trigger => Record is null ? "record deleted" : WireNames.Of(Record.Spec.Trigger);

    /// <summary>What the run really asked, as its journal says; before that, what it will ask.</summary>
    public string? Model { get; init; }

    public string? Task => Record?.Spec.Task;

    public string? Target => Record?.Spec.Target;

    public string? Slot => Record?.Spec.Slot?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public UsageSummary Usage => Status.Usage ?? new UsageSummary();

    public string Duration => Usage.WallClockMs == 0 ? "–" : Amounts.Duration(TimeSpan.FromMilliseconds(Usage.WallClockMs));

    public string EventsUrl => $"{ApiPaths.Journal(Run.Name)}?namespace={Uri.EscapeDataString(Run.Namespace)}&follow=true";

    /// <summary>What to say while nothing has happened yet.</summary>
    public string Waiting => Record is null
        ? "This run was requested a moment ago; the Operator has not made it yet."
        : "Waiting for a runner to take it up.";

    /// <summary>Why a record and its journal do not belong together; null when they do.</summary>
    public string? RecordProblem { get; init; }

    public (string Reason, string Message, string Tone)? Outcome => IsFinished
        ? (Status.Reason ?? Phase, Status.Message ?? "", Status.Phase switch { RunPhase.Succeeded => "ok", RunPhase.Failed => "bad", _ => "" })
        : null;

    /// <summary><c>of N</c> for a limit of the run; empty when the limit is not known.</summary>
    public string Of(Func<BudgetUsage, long> limit) => Status.Guardrails?.BudgetUsed is { } budget ? $"of {Amounts.Tokens(limit(budget))}" : "";
}
