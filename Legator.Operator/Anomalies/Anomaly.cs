using Legator.Core.Resources;

namespace Legator.Operator.Anomalies;

/// <summary>Something that is not as usual.</summary>
/// <param name="Kind">One of the names in AnomalyEvents.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Summary">What it is, in a sentence.</param>
internal sealed record Anomaly(string Kind, Severity Severity, string Summary)
{
    /// <summary>Names what is told: the same however often it is seen.</summary>
    public string Name { get; init; } = "";
}
