namespace Legator.Core.Runs.Events;

/// <summary>The model's report and the findings in it.</summary>
/// <param name="Report">The report text, redacted.</param>
/// <param name="Findings">Findings, in the order in which they were reported.</param>
public sealed record ReportWritten(string Report, IReadOnlyList<Finding> Findings) : RunEventData;
