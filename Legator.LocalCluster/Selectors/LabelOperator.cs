namespace Legator.LocalCluster.Selectors;

/// <summary>How a label requirement compares.</summary>
internal enum LabelOperator
{
    In,
    NotIn,
    Exists,
    Absent,
    Greater,
    Less,
}
