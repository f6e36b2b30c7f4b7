using System.Text.Json;
using Legator.Cli.Output;
using Legator.Core;
using Legator.Runner.Rehearsals;

namespace Legator.Cli.Rehearsals;

/// <summary>Writes what became of a rehearsal, and says whether it was good enough.</summary>
/// <param name="environment">Where to.</param>
/// <param name="format">How.</param>
/// <param name="leastCoverage">Percent of the action sheet that must be exercised.</param>
/// <param name="withReports">Whether what the scenes report is shown to people.</param>
internal sealed class RehearsalOutput(CliEnvironment environment, RehearsalFormat format, int leastCoverage, bool withReports)
{
    public bool IsGood(RehearsalReport report) => report.AsExpected && report.Percent >= leastCoverage;

    public void Write(RehearsalScript script, RehearsalReport report)
    {
        switch (format)
        {
            case RehearsalFormat.Json:
                environment.Out.WriteLine(JsonSerializer.Serialize(Json(script, report), LegatorJson.Indented));
                break;
            case RehearsalFormat.Junit:
                environment.Out.WriteLine(RehearsalJunit.Of(report, leastCoverage));
                break;
            default:
                new RehearsalView(new Printer(environment, OutputFormat.Table), withReports).Write(script, report, leastCoverage);
                break;
        }
    }

    private object Json(RehearsalScript script, RehearsalReport report) => new
    {
        report.Skill,
        Agent = script.Cast.Agent?.Metadata.Name,
        Environment = script.Cast.Environment?.Metadata.Name,
        script.Notes,
        report.AsExpected,
        Good = IsGood(report),
        Coverage = new { report.Percent, Least = leastCoverage, Entries = report.Coverage },
        report.Scenes,
    };
}
