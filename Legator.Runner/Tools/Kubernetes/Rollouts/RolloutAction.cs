namespace Legator.Runner.Tools.Kubernetes.Rollouts;

/// <summary>What kubectl.rollout can do.</summary>
internal enum RolloutAction
{
    /// <summary>Says how far the last change has got.</summary>
    Status,

    /// <summary>Says which revisions the cluster keeps.</summary>
    History,

    /// <summary>Replaces the pods one after another.</summary>
    Restart,

    /// <summary>Goes back to an earlier revision.</summary>
    Undo,

    /// <summary>Holds further changes of a deployment back.</summary>
    Pause,

    /// <summary>Lets them happen again.</summary>
    Resume,
}
