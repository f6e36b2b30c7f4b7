using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes.Informers;

/// <summary>Names one object of a kind.</summary>
/// <param name="Namespace">Empty for cluster-scoped kinds.</param>
/// <param name="Name">Name of the object.</param>
public readonly record struct ObjectKey(string Namespace, string Name)
{
    public static ObjectKey Of(ObjectMeta metadata) => new(metadata.Namespace ?? "", metadata.Name ?? "");

    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";
}
