using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Cleanup;

/// <summary>Events live for an hour, as in a real cluster, so that they cannot fill the store.</summary>
internal sealed class EventExpiry(ObjectStore store, TimeProvider time)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(1);
    private readonly ResourceKind _events = KindRegistry.Builtin("", "events");

    public async Task RunAsync()
    {
        string limit = ObjectMeta.Timestamp(time.GetUtcNow() - _lifetime);
        foreach (StoredRecord record in store.Revisions.Read(_events.Collection).Records)
        {
            string seen = FieldLookup.Text(record.Value, ["lastTimestamp"]);
            string created = FieldLookup.Text(record.Value, ["metadata", "creationTimestamp"]);
            if (string.CompareOrdinal(seen.Length > 0 && string.CompareOrdinal(seen, created) > 0 ? seen : created, limit) < 0)
            {
                await store.DeleteAsync(_events, record).ConfigureAwait(false);
            }
        }
    }
}
