namespace Legator.Operator.Audit;

/// <summary>How the journal is signed; configuration section <c>Operator:Audit</c>.</summary>
internal sealed class AuditOptions
{
    public const string Section = "Operator:Audit";

    /// <summary>Time between two checkpoints, 1 s to 1 h: so long new events may wait for a signature. Default 10 s.</summary>
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromSeconds(10);
}
