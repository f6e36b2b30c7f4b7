namespace Legator.Core.Resources.Environments;

/// <summary>Which namespaces hold what.</summary>
public sealed record NamespaceMap
{
    /// <summary>Monitoring.</summary>
    public IReadOnlyList<string> Monitoring { get; init; } = [];

    /// <summary>Applications.</summary>
    public IReadOnlyList<string> Apps { get; init; } = [];

    /// <summary>The platform itself.</summary>
    public IReadOnlyList<string> System { get; init; } = [];

    /// <summary>Further groups by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Additional { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
