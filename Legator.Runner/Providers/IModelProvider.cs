namespace Legator.Runner.Providers;

/// <summary>Serves tiers of the provider names that it knows.</summary>
internal interface IModelProvider
{
    /// <summary>Values of a tier's <c>provider</c>.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Makes a client for one run. Does no I/O.</summary>
    /// <exception cref="ModelUnusableException">The tier's settings cannot work.</exception>
    ModelClient Connect(ModelConnection connection);
}
