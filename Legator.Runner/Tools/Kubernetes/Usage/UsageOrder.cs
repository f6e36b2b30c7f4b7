namespace Legator.Runner.Tools.Kubernetes.Usage;

/// <summary>What usage is sorted by.</summary>
internal enum UsageOrder
{
    Cpu,
    Memory,
}
