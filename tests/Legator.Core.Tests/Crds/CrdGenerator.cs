using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using Legator.Core.Resources;
using Legator.Core.Resources.Schema;

namespace Legator.Core.Tests.Crds;

/// <summary>Makes a CustomResourceDefinition of a resource type: names from <see cref="ResourceKindAttribute"/>, schema from the types of spec and status.</summary>
internal sealed class CrdGenerator
{
    private readonly XmlDocumentation _documentation = XmlDocumentation.Of(typeof(IResource).Assembly);

    /// <summary>Every type that carries <see cref="ResourceKindAttribute"/>, of Legator's own group.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
        [.. typeof(IResource).Assembly.GetExportedTypes().Where(type => type.GetCustomAttribute<ResourceKindAttribute>()?.Group == LegatorApi.Group).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public JsonObject Generate(Type type)
    {
        var kind = type.GetCustomAttribute<ResourceKindAttribute>()!;
        return new JsonObject
        {
            ["apiVersion"] = "apiextensions.k8s.io/v1",
            ["kind"] = "CustomResourceDefinition",
            ["metadata"] = new JsonObject { ["name"] = $"{kind.Plural}.{kind.Group}" },
            ["spec"] = new JsonObject
            {
                ["group"] = kind.Group,
                ["names"] = Names(kind),
                ["scope"] = kind.Namespaced ? "Namespaced" : "Cluster",
                ["versions"] = new JsonArray(Version(type, kind)),
            },
        };
    }

    private static JsonObject Names(ResourceKindAttribute kind)
    {
        var names = new JsonObject
        {
            ["categories"] = new JsonArray("legator"),
            ["kind"] = kind.Kind,
            ["listKind"] = kind.Kind + "List",
            ["plural"] = kind.Plural,
            ["singular"] = kind.Kind.ToLowerInvariant(),
        };
        if (kind.ShortNames.Length > 0)
        {
            names["shortNames"] = new JsonArray([.. kind.ShortNames.Split(',').Select(name => JsonValue.Create(name))]);
        }

        return names;
    }

    private JsonObject Version(Type type, ResourceKindAttribute kind) => new()
    {
        ["name"] = kind.Version,
        ["served"] = true,
        ["storage"] = true,
        ["additionalPrinterColumns"] = new JsonArray([.. type.GetCustomAttributes<PrinterColumnAttribute>().Select(Column)]),
        ["schema"] = new JsonObject { ["openAPIV3Schema"] = Schema(type) },
        ["subresources"] = new JsonObject { ["status"] = new JsonObject() },
    };

    private static JsonObject Column(PrinterColumnAttribute column)
    {
        var json = new JsonObject { ["name"] = column.Name, ["type"] = column.Type, ["jsonPath"] = column.JsonPath };
        if (column.Priority != 0)
        {
            json["priority"] = column.Priority;
        }

        return json;
    }

    private JsonObject Schema(Type type)
    {
        var (spec, status) = (type.BaseType!.GenericTypeArguments[0], type.BaseType.GenericTypeArguments[1]);
        var schema = new JsonObject
        {
            ["description"] = _documentation.Summary(type),
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["apiVersion"] = new JsonObject { ["type"] = "string", ["description"] = "Group and version of this kind." },
                ["kind"] = new JsonObject { ["type"] = "string", ["description"] = $"{type.Name}." },
                ["metadata"] = new JsonObject { ["type"] = "object" },
                ["spec"] = new SchemaGenerator(_documentation, defaults: true).Generate(spec),
                ["status"] = new SchemaGenerator(_documentation, defaults: false).Generate(status),
            },
        };
        if (type.GetConstructors().All(constructor => constructor.GetCustomAttribute<System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute>() is null))
        {
            schema["required"] = new JsonArray("spec");
        }

        return schema;
    }
}
