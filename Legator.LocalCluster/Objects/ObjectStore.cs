using System.Globalization;
using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;

namespace Legator.LocalCluster.Objects;

/// <summary>The revision store in the words of Kubernetes: kinds, namespaces and names.</summary>
internal sealed class ObjectStore(RevisionStore revisions)
{
    public RevisionStore Revisions => revisions;

    public static string Key(ResourceKind kind, string ns, string name) => kind.Namespaced ? $"{ns}/{name}" : name;

    public static string Prefix(ResourceKind kind, string ns) => kind.Namespaced && ns.Length > 0 ? ns + "/" : "";

    public static string NamespaceOf(ResourceKind kind, StoredRecord record)
    {
        int slash = kind.Namespaced ? record.Name.IndexOf('/', StringComparison.Ordinal) : -1;
        return slash < 0 ? "" : record.Name[..slash];
    }

    public static string NameOf(ResourceKind kind, StoredRecord record) =>
        kind.Namespaced ? record.Name[(record.Name.IndexOf('/', StringComparison.Ordinal) + 1)..] : record.Name;

    public StoredRecord? Find(ResourceKind kind, string ns, string name) => revisions.Find(kind.Collection, Key(kind, ns, name));

    public static JsonObject Parse(StoredRecord record) => JsonDocumentReader.ReadObject(record.Value);

    public Task<RevisionWriteResult> CreateAsync(ResourceKind kind, JsonObject resource)
    {
        SerializedObject bytes = ObjectBytes.ForStore(resource, kind.Custom is not null);
        return revisions.WriteAsync(new RevisionWrite(
            RevisionKind.Created, kind.Collection, Key(kind, ObjectMeta.Namespace(resource), ObjectMeta.Name(resource)), 0, bytes.Bytes, bytes.StampOffset));
    }

    public Task<RevisionWriteResult> UpdateAsync(ResourceKind kind, StoredRecord current, JsonObject resource)
    {
        SerializedObject bytes = ObjectBytes.ForStore(resource, kind.Custom is not null);
        return revisions.WriteAsync(new RevisionWrite(
            RevisionKind.Updated, kind.Collection, current.Name, current.Revision, bytes.Bytes, bytes.StampOffset));
    }

    public Task<RevisionWriteResult> DeleteAsync(ResourceKind kind, StoredRecord current) =>
        revisions.WriteAsync(new RevisionWrite(RevisionKind.Deleted, kind.Collection, current.Name, current.Revision, default, 0));

    public static string VersionText(long revision) => revision.ToString(CultureInfo.InvariantCulture);
}
