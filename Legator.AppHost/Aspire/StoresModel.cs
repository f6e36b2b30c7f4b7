using Microsoft.Extensions.Configuration;

namespace Legator.AppHost.Aspire;

/// <summary>Redis and PostgreSQL as containers, or what a connection string names in their place.</summary>
internal static class StoresModel
{
    public static Stores AddStores(this IDistributedApplicationBuilder builder) => new(builder.AddQueue(), builder.AddJournal());

    private static IResourceBuilder<IResourceWithConnectionString> AddQueue(this IDistributedApplicationBuilder builder) =>
        builder.IsGiven(Topology.Queue)
            ? builder.AddConnectionString(Topology.Queue)
            : builder.AddRedis(Topology.Queue).WithDataVolume("legator-queue").WithPersistence();

    private static IResourceBuilder<IResourceWithConnectionString> AddJournal(this IDistributedApplicationBuilder builder) =>
        builder.IsGiven(Topology.Journal)
            ? builder.AddConnectionString(Topology.Journal)
            : builder.AddPostgres("postgres").WithDataVolume("legator-journal").AddDatabase(Topology.Journal);

    private static bool IsGiven(this IDistributedApplicationBuilder builder, string name) =>
        !string.IsNullOrEmpty(builder.Configuration.GetConnectionString(name));
}
