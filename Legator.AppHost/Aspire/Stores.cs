namespace Legator.AppHost.Aspire;

/// <summary>The two engines of the distributed set, under the connection names that every service knows.</summary>
/// <param name="Queue">Redis.</param>
/// <param name="Journal">PostgreSQL.</param>
internal sealed record Stores(
    IResourceBuilder<IResourceWithConnectionString> Queue,
    IResourceBuilder<IResourceWithConnectionString> Journal)
{
    /// <summary>The store of a connection name.</summary>
    public IResourceBuilder<IResourceWithConnectionString> this[string name] => name == Topology.Queue ? Queue : Journal;
}
