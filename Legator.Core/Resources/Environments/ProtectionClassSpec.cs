namespace Legator.Core.Resources.Environments;

/// <summary>Named rules about what no agent touches. They add to the classes that are built in and loosen nothing.</summary>
public sealed record ProtectionClassSpec
{
    /// <summary>Name, as refusals show it; not that of a built-in class.</summary>
    public required string Name { get; init; }

    /// <summary>What it protects, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>Its rules; every one is asked and the strictest counts.</summary>
    public IReadOnlyList<ProtectionRuleSpec> Rules { get; init; } = [];
}
