using System.Reflection;
using System.Text.RegularExpressions;
using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes;

/// <summary>Where a kind lives in the API. Names that could lead elsewhere are refused here, for all clients.</summary>
internal sealed partial record ResourcePath(string Group, string Version, string Plural, bool Namespaced)
{
    private string Root => Group.Length == 0 ? $"api/{Version}" : $"apis/{Group}/{Version}";

    public static ResourcePath For<T>() => Cache<T>.Value;

    public string Collection(string? inNamespace) => Namespaced && !string.IsNullOrEmpty(inNamespace)
        ? $"{Root}/namespaces/{Checked(inNamespace)}/{Plural}"
        : $"{Root}/{Plural}";

    public string Item(string? inNamespace, string name, string? subresource = null)
    {
        if (Namespaced && string.IsNullOrEmpty(inNamespace))
        {
            throw new ClusterException(400, "BadRequest", $"A namespace is needed to name one of {Plural}.");
        }

        return $"{Collection(inNamespace)}/{Checked(name)}{(subresource is null ? "" : "/" + Checked(subresource))}";
    }

    private static string Checked(string segment) => segment is not ("." or "..") && Segment().IsMatch(segment)
        ? Uri.EscapeDataString(segment)
        : throw new ClusterException(400, "BadRequest", "A name in a Kubernetes path may hold letters, digits, '-', '_', '.' and ':' only, 253 at most.");

    [GeneratedRegex(@"^[A-Za-z0-9:_.-]{1,253}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Segment();

    private static class Cache<T>
    {
        public static readonly ResourcePath Value = Read();

        private static ResourcePath Read()
        {
            var kind = typeof(T).GetCustomAttribute<ResourceKindAttribute>()
                ?? throw new InvalidOperationException($"{typeof(T).Name} carries no [ResourceKind].");
            return new ResourcePath(kind.Group, kind.Version, kind.Plural, kind.Namespaced);
        }
    }
}
