using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;

namespace Legator.LocalCluster.Responses;

/// <summary>One shape in which objects are sent.</summary>
internal interface IObjectView
{
    byte[] Single(ResourceKind kind, StoredRecord record);

    byte[] List(ResourceKind kind, IReadOnlyList<StoredRecord> records, ListMeta meta);

    /// <summary>The object of one watch event; <paramref name="first"/> is true for the first event of a watch.</summary>
    ReadOnlyMemory<byte> Event(ResourceKind kind, StoredRecord record, bool first);
}
