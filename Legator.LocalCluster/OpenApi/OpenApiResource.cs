using System.Text.Json.Nodes;

namespace Legator.LocalCluster.OpenApi;

/// <summary>One served resource, as the API description needs to know it.</summary>
/// <param name="Group">The API group; empty for core.</param>
/// <param name="Version">The version.</param>
/// <param name="Plural">The resource.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Namespaced">False for cluster-wide resources.</param>
internal sealed record OpenApiResource(string Group, string Version, string Plural, string Kind, bool Namespaced)
{
    /// <summary>True where <c>/status</c> is served.</summary>
    public bool HasStatus { get; init; }

    /// <summary>True where <c>/scale</c> is served.</summary>
    public bool HasScale { get; init; }

    /// <summary>True for reviews, which can only be created.</summary>
    public bool CreateOnly { get; init; }

    /// <summary>True for kinds that a CustomResourceDefinition declares.</summary>
    public bool IsCustom { get; init; }

    /// <summary>The openAPIV3Schema of a custom kind; null where it declares none.</summary>
    public JsonObject? CustomSchema { get; init; }

    public string ListKind { get => field ?? Kind + "List"; init; }

    /// <summary>The path of the group and version: <c>api/v1</c> or <c>apis/apps/v1</c>.</summary>
    public string GroupVersionPath => Group.Length == 0 ? $"api/{Version}" : $"apis/{Group}/{Version}";

    /// <summary>The group, version and kind as the extension that clients look for.</summary>
    public JsonObject GroupVersionKind(string kind) => new() { ["group"] = Group, ["kind"] = kind, ["version"] = Version };

    /// <summary>The prefix of the definition's name: the group backwards for custom kinds.</summary>
    public string CustomPackage => string.Join('.', Group.Split('.').Reverse()) + "." + Version;
}
