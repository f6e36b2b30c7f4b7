namespace Legator.LocalCluster.Selectors;

/// <summary>One demand of a label selector.</summary>
internal sealed record LabelRequirement(string Key, LabelOperator Operator, string[] Values)
{
    public bool Matches(string? value) => Operator switch
    {
        LabelOperator.In => value is not null && Values.Contains(value, StringComparer.Ordinal),
        LabelOperator.NotIn => value is null || !Values.Contains(value, StringComparer.Ordinal),
        LabelOperator.Exists => value is not null,
        LabelOperator.Absent => value is null,
        LabelOperator.Greater => Compare(value) > 0,
        LabelOperator.Less => Compare(value) < 0,
        _ => false,
    };

    private int Compare(string? value) => long.TryParse(value, out long left) && long.TryParse(Values[0], out long right) ? left.CompareTo(right) : 0;
}
