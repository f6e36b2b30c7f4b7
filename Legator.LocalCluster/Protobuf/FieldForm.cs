namespace Legator.LocalCluster.Protobuf;

/// <summary>How often a field occurs and where its content goes.</summary>
internal enum FieldForm
{
    Single,
    List,
    Map,

    /// <summary>The fields of the message stand in the parent's JSON object.</summary>
    Inline,
}
