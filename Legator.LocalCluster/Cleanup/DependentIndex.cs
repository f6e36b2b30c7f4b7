using Legator.Backends.Revisions;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Cleanup;

/// <summary>Which objects name which owners, kept in step with the changes. Used by one thread at a time.</summary>
internal sealed class DependentIndex
{
    private readonly Dictionary<string, HashSet<(string Collection, string Name)>> _byOwner = new(StringComparer.Ordinal);

    public IReadOnlyCollection<(string Collection, string Name)> Of(string ownerUid) =>
        _byOwner.TryGetValue(ownerUid, out HashSet<(string Collection, string Name)>? found) ? [.. found] : [];

    public void Add(string collection, StoredRecord record)
    {
        foreach (OwnerLink owner in ObjectFacts.Of(record).Owners)
        {
            if (!_byOwner.TryGetValue(owner.Uid, out HashSet<(string, string)>? dependents))
            {
                _byOwner[owner.Uid] = dependents = [];
            }

            dependents.Add((collection, record.Name));
        }
    }

    public void Remove(string collection, StoredRecord record)
    {
        foreach (OwnerLink owner in ObjectFacts.Of(record).Owners)
        {
            if (_byOwner.TryGetValue(owner.Uid, out HashSet<(string, string)>? dependents) && dependents.Remove((collection, record.Name)) && dependents.Count == 0)
            {
                _byOwner.Remove(owner.Uid);
            }
        }
    }
}
