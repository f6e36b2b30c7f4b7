namespace Legator.Core.Api;

/// <summary>What was unusual of late, newest first.</summary>
/// <param name="Anomalies">The first of them.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Severity">How many of each severity: info, warning, critical.</param>
public sealed record AnomalyList(IReadOnlyList<AnomalyItem> Anomalies, int Total, IReadOnlyDictionary<string, int> Severity);
