using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Printing;

namespace Legator.LocalCluster.Responses;

/// <summary>Objects as rows with the columns that kubectl prints.</summary>
internal sealed class TableView(IncludeObject include, TimeProvider time) : IObjectView
{
    public byte[] Single(ResourceKind kind, StoredRecord record) => Event(kind, record, true).ToArray();

    public byte[] List(ResourceKind kind, IReadOnlyList<StoredRecord> records, ListMeta meta) => ObjectBytes.Of(TableBuilder.Build(
        Printer(kind), records.Select(r => ObjectForm.Nodes(kind, r)), PartialMetadataView.Meta(meta), include, time.GetUtcNow()));

    public ReadOnlyMemory<byte> Event(ResourceKind kind, StoredRecord record, bool first)
    {
        JsonObject resource = ObjectForm.Nodes(kind, record);
        JsonObject metadata = TableBuilder.MetadataOf(resource);
        return ObjectBytes.Of(TableBuilder.Build(Printer(kind), [resource], metadata, include, time.GetUtcNow(), first));
    }

    private static ITablePrinter Printer(ResourceKind kind) => kind.Custom?.Printer ?? BuiltInPrinters.For(kind.Group, kind.Plural);
}
