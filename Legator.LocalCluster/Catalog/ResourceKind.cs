using System.Text;
using Legator.LocalCluster.Definitions;
using Legator.LocalCluster.Ownership;
using Legator.LocalCluster.Schemas.BuiltIn;

namespace Legator.LocalCluster.Catalog;

/// <summary>One served resource in one version: its names, where its objects are kept and what it can do.</summary>
internal sealed class ResourceKind
{
    private readonly Lazy<BuiltInKind?> _builtin;

    public ResourceKind() => _builtin = new Lazy<BuiltInKind?>(() => Custom is null ? BuiltInKind.Find(Group!, Version!, Kind!) : null);

    public required string Group { get; init; }

    public required string Version { get; init; }

    public required string Plural { get; init; }

    public required string Singular { get; init; }

    public required string Kind { get; init; }

    public required bool Namespaced { get; init; }

    public string ListKind { get => field ?? Kind + "List"; init; }

    public IReadOnlyList<string> ShortNames { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public bool HasStatus { get; init; }

    /// <summary>Paths of the scale subresource; null when the kind has none.</summary>
    public ScalePaths? Scale { get; init; }

    /// <summary>Virtual resources answer creations only and store nothing (reviews).</summary>
    public bool CreateOnly { get; init; }

    /// <summary>Whether a change of the desired state counts up metadata.generation.</summary>
    public bool HasGeneration { get; init; }

    /// <summary>The version in which objects are stored; differs for other versions of the same objects.</summary>
    public string StorageApiVersion { get => field ?? ApiVersion; init; }

    /// <summary>The part that comes from a CustomResourceDefinition; null for built-in kinds.</summary>
    public CustomVersion? Custom { get; init; }

    /// <summary>Fields that field selectors may name, beside metadata.name and metadata.namespace.</summary>
    public IReadOnlyList<string> SelectableFields { get; init; } = [];

    public string ApiVersion => field ??= Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>As errors and RBAC spell it: "widgets.legator.io".</summary>
    public string Qualified => field ??= Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    /// <summary>Where objects are kept; the same for all versions of a resource.</summary>
    public string Collection { get => field ??= string.Intern(Qualified); init; }

    public bool IsStoredAs => ApiVersion == StorageApiVersion;

    /// <summary>The opening of a list: up to its metadata for built-in kinds, up to its first item for custom ones.</summary>
    public byte[] ListOpening => field ??= Encoding.UTF8.GetBytes(Custom is null
        ? $"{{\"kind\":\"{ListKind}\",\"apiVersion\":\"{ApiVersion}\",\"metadata\":"
        : $"{{\"apiVersion\":\"{ApiVersion}\",\"items\":[");

    /// <summary>What follows the last item of a custom list, up to its metadata.</summary>
    public byte[] ListClosing => field ??= Encoding.UTF8.GetBytes($"],\"kind\":\"{ListKind}\",\"metadata\":");

    /// <summary>What is known about the fields of a built-in kind; null for custom kinds and kinds that only this server has.</summary>
    public BuiltInKind? Builtin => _builtin.Value;

    /// <summary>How its fields are merged and owned.</summary>
    public FieldShape Shape => field ??= Custom is { } custom ? SchemaShape.OfCustom(custom.Schema) : SchemaShape.OfBuiltin(Builtin);

    public bool Is(string group, string plural) => Group == group && Plural == plural;
}
