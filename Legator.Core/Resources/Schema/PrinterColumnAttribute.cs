namespace Legator.Core.Resources.Schema;

/// <summary>One column of <c>kubectl get</c> for the resource type that carries it; columns appear in the order written.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PrinterColumnAttribute(string name, string type, string jsonPath) : Attribute
{
    /// <summary>Heading.</summary>
    public string Name { get; } = name;

    /// <summary>OpenAPI type of the cell: <c>string</c>, <c>integer</c>, <c>boolean</c> or <c>date</c> (shown as an age).</summary>
    public string Type { get; } = type;

    /// <summary>Where the value is, e.g. <c>.status.phase</c>; the field must exist in the schema.</summary>
    public string JsonPath { get; } = jsonPath;

    /// <summary>0 is always shown, 1 only with <c>-o wide</c>. Default: 0.</summary>
    public int Priority { get; init; }
}
