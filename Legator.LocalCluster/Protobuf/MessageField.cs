namespace Legator.LocalCluster.Protobuf;

/// <summary>One field of a built-in type: its protobuf number, its JSON name, its form and its type's name.</summary>
internal sealed record MessageField(int Number, string Name, FieldForm Form, string Type);
