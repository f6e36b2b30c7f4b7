using System.Text.Json.Nodes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Writes;

namespace Legator.LocalCluster.Cleanup;

/// <summary>Gives every namespace its default service account.</summary>
internal sealed class DefaultAccounts(ObjectStore store, ObjectCreator creator)
{
    private const string Name = "default";
    private readonly ResourceKind _accounts = KindRegistry.Builtin("", "serviceaccounts");

    public async Task EnsureAsync(string ns)
    {
        if (store.Find(_accounts, ns, Name) is not null)
        {
            return;
        }

        JsonObject account = new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "ServiceAccount",
            ["metadata"] = new JsonObject { ["name"] = Name, ["namespace"] = ns },
        };
        try
        {
            await creator.CreateAsync(_accounts, account, WriteIntent.Server("v1")).ConfigureAwait(false);
        }
        catch (ApiException)
        {
            // The namespace goes already, or somebody made the account: both are well.
        }
    }
}
