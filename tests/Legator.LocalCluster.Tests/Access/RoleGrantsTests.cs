using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Access;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Tests.Access;

public sealed class RoleGrantsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("legator-grants");
    private readonly ResourceKind _bindings = KindRegistry.Builtin("rbac.authorization.k8s.io", "clusterrolebindings");
    private RevisionStore _store = null!;

    public ValueTask InitializeAsync()
    {
        _store = RevisionStore.Open(new RevisionStoreOptions(Path.Combine(_data.FullName, "store.db")), TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Current_ReadByOthersWhileABindingIsWritten_HoldsItAfterwards()
    {
        ObjectStore objects = new(_store);
        RoleGrants grants = new(objects);
        await using GrantReaders readers = new(grants);
        for (int round = 0; round < 40; round++)
        {
            Task writing = objects.CreateAsync(_bindings, Binding($"user-{round}"));
            while (!writing.IsCompleted)
            {
                // Other writes keep the readers at work.
                grants.Written(_bindings);
            }

            await writing;
            await readers.AfterNextAsync(() => grants.Written(_bindings));
            grants.Current.Count.ShouldBe(round + 1);
        }
    }

    private static JsonObject Binding(string user) => (JsonObject)JsonNode.Parse($$$"""
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRoleBinding","metadata":{"name":"{{{user}}}"},
         "subjects":[{"kind":"User","name":"{{{user}}}"}],"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"view"}}
        """)!;
}
