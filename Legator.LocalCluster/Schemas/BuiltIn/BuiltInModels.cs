using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Legator.LocalCluster.Schemas.BuiltIn;

/// <summary>The shapes of the kinds that every cluster has, read from the client library's own types so that they need no second description.</summary>
internal static partial class BuiltInModels
{
    private static readonly Lazy<FrozenDictionary<(string Group, string Version, string Kind), Type>> Kinds = new(FindKinds);
    private static readonly Lazy<FrozenDictionary<Type, string>> Names = new(NameAll);

    /// <summary>The type of a kind, or null where it is not a built-in one.</summary>
    public static Type? Find(string group, string version, string kind) => Kinds.Value.GetValueOrDefault((group, version, kind));

    /// <summary>The name of a type without its version prefix: <c>PodSpec</c>.</summary>
    public static string ShortName(Type model) => VersionPrefix().Replace(model.Name, "");

    /// <summary>The name of a type's definition in OpenAPI documents.</summary>
    public static string DefinitionName(Type model) => Names.Value.GetValueOrDefault(model) ?? $"io.k8s.api.{ShortName(model)}";

    /// <summary>True for types that have fields of their own, as opposed to scalars and collections.</summary>
    public static bool IsModel(Type type) =>
        type is { IsClass: true, Namespace: "k8s.Models" } && type != typeof(IntOrString) && type != typeof(ResourceQuantity) && type != typeof(V1Patch);

    /// <summary>The fields of a type.</summary>
    public static IEnumerable<(string Name, Type Type)> Fields(Type model)
    {
        foreach (var property in model.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<JsonPropertyNameAttribute>() is { } named)
            {
                yield return (named.Name, property.PropertyType);
            }
        }
    }

    /// <summary>The type of the items of a list, or null.</summary>
    public static Type? ItemType(Type type) => Argument(type, typeof(IList<>), 0);

    /// <summary>The type of the values of a map, or null.</summary>
    public static Type? ValueType(Type type) => Argument(type, typeof(IDictionary<,>), 1);

    private static Type? Argument(Type type, Type generic, int index) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[index] : null;

    private static FrozenDictionary<(string, string, string), Type> FindKinds() =>
        Entities().ToFrozenDictionary(e => (e.Entity.Group, e.Entity.ApiVersion, e.Entity.Kind), e => e.Model);

    private static IEnumerable<(KubernetesEntityAttribute Entity, Type Model)> Entities() =>
        typeof(V1Pod).Assembly.GetExportedTypes()
            .Select(t => (Entity: t.GetCustomAttribute<KubernetesEntityAttribute>(), Model: t))
            .Where(t => t.Entity is not null)
            .Select(t => (t.Entity!, t.Model))
            .DistinctBy(t => (t.Item1.Group, t.Item1.ApiVersion, t.Item1.Kind));

    // Parts are named after the first group that uses them, core first: the pod template belongs to core although apps uses it.
    private static FrozenDictionary<Type, string> NameAll()
    {
        var names = new Dictionary<Type, string>();
        foreach (var model in new[] { typeof(V1ObjectMeta), typeof(V1ListMeta), typeof(V1LabelSelector), typeof(V1Condition), typeof(V1Status), typeof(V1DeleteOptions) })
        {
            Name(model, "io.k8s.apimachinery.pkg.apis.meta.v1", names);
        }
        foreach (var (entity, model) in Entities().OrderBy(e => e.Entity.Group, StringComparer.Ordinal).ThenBy(e => e.Entity.ApiVersion, StringComparer.Ordinal).ThenBy(e => e.Entity.Kind, StringComparer.Ordinal))
        {
            var group = entity.Group.Length == 0 ? "core" : entity.Group.Split('.')[0];
            var package = group == "apiextensions" ? "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions" : $"io.k8s.api.{group}";
            Name(model, $"{package}.{entity.ApiVersion}", names);
        }
        return names.ToFrozenDictionary();
    }

    private static void Name(Type model, string package, Dictionary<Type, string> names)
    {
        if (!IsModel(model) || !names.TryAdd(model, $"{package}.{ShortName(model)}"))
        {
            return;
        }
        foreach (var (_, type) in Fields(model))
        {
            Name(Element(type), package, names);
        }
    }

    private static Type Element(Type type)
    {
        while ((ItemType(type) ?? ValueType(type)) is { } inner)
        {
            type = inner;
        }
        return type;
    }

    [GeneratedRegex(@"^(?:[A-Z][a-z]+)??[vV]\d+(?:(?:alpha|beta)\d+)?(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPrefix();
}
