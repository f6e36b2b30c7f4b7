namespace Legator.Runner.Tools.Kubernetes.Usage;

/// <summary>Whose usage is asked for.</summary>
internal enum UsageOf
{
    Pods,
    Nodes,
}
