using System.Text.Json.Nodes;
using k8s.Models;
using Legator.LocalCluster.Schemas.BuiltIn;

namespace Legator.LocalCluster.OpenApi;

/// <summary>Collects the definitions that a document needs, each once. References are written for OpenAPI v2.</summary>
internal sealed class DefinitionSet
{
    public const string RefPrefix = "#/definitions/";
    private const string ListMeta = "io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta";

    private readonly SortedDictionary<string, JsonObject> definitions = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, JsonObject> All => definitions;

    /// <summary>Adds the kind and its list; returns the name of the kind's definition.</summary>
    public string Add(OpenApiResource resource, Func<OpenApiResource, DefinitionSet, JsonObject> custom)
    {
        var model = resource.IsCustom ? null : BuiltInModels.Find(resource.Group, resource.Version, resource.Kind);
        var name = model is null ? $"{resource.CustomPackage}.{resource.Kind}" : BuiltInModels.DefinitionName(model);
        if (model is not null)
        {
            AddModel(model);
            definitions[name]["x-kubernetes-group-version-kind"] = new JsonArray(resource.GroupVersionKind(resource.Kind));
        }
        else
        {
            definitions[name] = custom(resource, this);
        }
        if (!resource.CreateOnly)
        {
            AddList(resource, name);
        }
        return name;
    }

    /// <summary>A reference to a model's definition, which is added where it is missing.</summary>
    public JsonObject Reference(Type model)
    {
        AddModel(model);
        return new JsonObject { ["$ref"] = RefPrefix + BuiltInModels.DefinitionName(model) };
    }

    /// <summary>The name of a definition that operations refer to; it is added where it is missing.</summary>
    public string NameOf(Type model)
    {
        AddModel(model);
        return BuiltInModels.DefinitionName(model);
    }

    private void AddModel(Type model)
    {
        var name = BuiltInModels.DefinitionName(model);
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = [];
            definitions[name] = ModelDefinition.Of(model, this);
        }
    }

    private void AddList(OpenApiResource resource, string itemName)
    {
        var name = itemName[..(itemName.LastIndexOf('.') + 1)] + resource.ListKind;
        AddModel(typeof(V1ListMeta));
        definitions[name] = new JsonObject
        {
            ["description"] = $"A list of {resource.Kind} objects.",
            ["type"] = "object",
            ["required"] = new JsonArray("items"),
            ["properties"] = new JsonObject
            {
                ["apiVersion"] = ModelDefinition.ApiVersion(),
                ["items"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = RefPrefix + itemName } },
                ["kind"] = ModelDefinition.Kind(),
                ["metadata"] = new JsonObject { ["$ref"] = RefPrefix + ListMeta },
            },
            ["x-kubernetes-group-version-kind"] = new JsonArray(resource.GroupVersionKind(resource.ListKind)),
        };
    }
}
