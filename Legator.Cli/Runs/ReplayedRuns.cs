using System.Text.Json;
using Legator.Cli.Output;
using Legator.Core;
using Legator.Runner.Replay;

namespace Legator.Cli.Runs;

/// <summary>Tells of one replay after the other, and adds them up.</summary>
internal sealed class ReplayedRuns(Printer printer)
{
    private readonly List<ReplayReport> _reports = [];
    private readonly List<ReplayFailure> _failures = [];

    public void Add(ReplayReport report)
    {
        _reports.Add(report);
        if (printer.ForPeople)
        {
            ReplayView.WriteLine(report, printer);
        }
    }

    public void AddUnreadable(string run, string problem)
    {
        _failures.Add(new ReplayFailure(run, problem));
        if (printer.ForPeople)
        {
            ReplayView.WriteUnreadable(run, problem, printer);
        }
    }

    /// <returns>The exit code: 1 where anything differs or could not be read.</returns>
    public int Finish()
    {
        var totals = new ReplayTotals(Count(ReplayOutcome.Identical), Count(ReplayOutcome.Different), Count(ReplayOutcome.Altered), _failures.Count);
        var whole = JsonSerializer.SerializeToElement(new { runs = _reports, unreadable = _failures, totals }, LegatorJson.Options);
        printer.Print<object>(whole, _ => ReplayView.WriteTotals(totals, printer));
        return totals.Identical == totals.Runs ? ExitCodes.Ok : ExitCodes.Failure;
    }

    private int Count(ReplayOutcome outcome) => _reports.Count(r => r.Outcome == outcome);

    private sealed record ReplayFailure(string Run, string Problem);
}
