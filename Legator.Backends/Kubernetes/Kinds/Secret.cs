using System.Text;
using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes.Kinds;

/// <summary>Credentials. Its text form names keys and never values.</summary>
[ResourceKind("Secret", "secrets", Group = "", Version = "v1")]
public sealed record Secret : IResource
{
    public string ApiVersion { get; init; } = "v1";

    public string Kind { get; init; } = "Secret";

    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>E.g. <c>Opaque</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Decoded values.</summary>
    public IReadOnlyDictionary<string, byte[]>? Data { get; init; }

    /// <summary>A value as text; null when the key is missing.</summary>
    public string? Text(string key) => Data is not null && Data.TryGetValue(key, out var value) ? Encoding.UTF8.GetString(value) : null;

    public override string ToString() => $"Secret {Metadata.Namespace}/{Metadata.Name} [{string.Join(", ", Data?.Keys ?? [])}]";
}
