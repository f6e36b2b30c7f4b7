using Legator.Core.Actions.Classification;
using Legator.Core.Resources.Environments;

namespace Legator.Core.Guardrails;

/// <summary>What the gate knows of the environment that an agent works on, frozen for a run.</summary>
public sealed record EnvironmentFacts
{
    /// <summary>Endpoints by name. An address that is otherwise off limits (loopback, private) may be called where an endpoint names its origin.</summary>
    public IReadOnlyDictionary<string, Uri> Endpoints { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Objects declared as data.</summary>
    public IReadOnlyList<DataResource> DataResources
    {
        get;
        init => (field, Data) = (value, new DataResourceIndex(value));
    } = [];

    /// <summary>Protection classes of the environment and the skills; they add to the built-in ones and loosen nothing.</summary>
    public IReadOnlyList<ProtectionClass> ProtectionClasses
    {
        get;
        init => (field, Protection) = (value, ProtectionIndex.With(value));
    } = [];

    /// <summary><see cref="DataResources"/>, ready for questions.</summary>
    internal DataResourceIndex Data { get; private init; } = DataResourceIndex.Empty;

    /// <summary>The built-in classes and <see cref="ProtectionClasses"/>, ready for questions.</summary>
    internal ProtectionIndex Protection { get; private init; } = ProtectionIndex.BuiltIn;

    /// <summary>What an environment's spec says; endpoints that are no absolute URL are left out, so they allow nothing.</summary>
    /// <param name="spec">The environment.</param>
    /// <param name="added">Protection classes that the run's skills bring along.</param>
    public static EnvironmentFacts Of(LegatorEnvironmentSpec spec, IEnumerable<ProtectionClassSpec>? added = null) => new()
    {
        ProtectionClasses = [.. SiteProtection.Read(spec.ProtectionClasses.Concat(added ?? []))],
        Endpoints = spec.Endpoints
            .Where(e => Uri.TryCreate(e.Value.Url, UriKind.Absolute, out _))
            .ToDictionary(e => e.Key, e => new Uri(e.Value.Url)),
        DataResources = spec.DataResources is not { } data
            ? []
            :
            [
                .. data.Databases.Concat(data.PersistentStorage).Select(d => new DataResource(d.Kind, d.Namespace, d.Name)),
                .. data.ObjectStorage.Select(o => new DataResource("bucket", null, o.Name)),
            ],
    };

    /// <summary>What classifiers may know of it.</summary>
    public ClassificationContext ForClassifiers() => new() { Endpoints = [.. Endpoints.Values] };
}
