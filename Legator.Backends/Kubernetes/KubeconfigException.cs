namespace Legator.Backends.Kubernetes;

/// <summary>A kubeconfig cannot be used. The message names what is wrong, and no values.</summary>
public sealed class KubeconfigException(string problem) : Exception(problem);
