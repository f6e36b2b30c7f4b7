namespace Legator.Operator.Anomalies;

/// <summary>How often an agent runs.</summary>
/// <param name="Now">Runs within the time of counting, the latest included.</param>
/// <param name="Usual">What is usual in such a time: what the clock makes, or what there was before.</param>
internal sealed record RunCounts(int Now, double Usual);
