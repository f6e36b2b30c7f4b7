namespace Legator.LocalCluster.Responses;

/// <summary>The shape in which a client wants objects.</summary>
internal enum ResponseForm
{
    Plain,
    Table,
    PartialMetadata,
}
