using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Sessions.Reports;

/// <summary>Makes the report of a run: its last reply, and the findings that were reported on the way or stand in it.</summary>
internal static class SessionReport
{
    public static ReportWritten Of(SessionState state)
    {
        var last = state.Turns[^1];
        var report = last.IsTruncated ? $"{last.Reply.Text}\n[The reply was cut off here, at the model's token limit.]" : last.Reply.Text;
        var findings = state.Findings.ToList();
        report = string.IsNullOrWhiteSpace(report) && findings.Count > 0 ? FindingLines.Write(findings) : report;
        return new ReportWritten(report, state.Format > SessionFormat.First ? FindingList.Merge(findings.Concat(FindingLines.Read(report))) : FindingLines.Read(report));
    }
}
