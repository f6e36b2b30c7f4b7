namespace Legator.LocalCluster.Schemas;

/// <summary>The JSON types that a schema node accepts.</summary>
[Flags]
internal enum SchemaTypes
{
    None = 0,
    Object = 1,
    Array = 2,
    String = 4,
    Integer = 8,
    Number = 16,
    Boolean = 32,
}
