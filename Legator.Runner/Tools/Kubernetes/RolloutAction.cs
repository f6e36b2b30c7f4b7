namespace Legator.Runner.Tools.Kubernetes;

/// <summary>What kubectl.rollout can do.</summary>
internal enum RolloutAction
{
    /// <summary>Says how far the last change has got.</summary>
    Status,

    /// <summary>Replaces the pods one after another.</summary>
    Restart,
}
