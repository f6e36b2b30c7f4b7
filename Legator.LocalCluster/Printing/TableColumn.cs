using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>One column of a server-side table.</summary>
/// <param name="Name">The heading; clients print it in capitals.</param>
/// <param name="Type">string, integer, number, boolean or date.</param>
/// <param name="Format">A hint such as <c>name</c>, or empty.</param>
/// <param name="Description">What the column shows.</param>
/// <param name="Priority">0 is always shown; above that only with <c>-o wide</c>.</param>
internal sealed record TableColumn(string Name, string Type, string Format, string Description, int Priority)
{
    public static readonly TableColumn ObjectName = new("Name", "string", "name", "The name of the object, unique in its namespace.", 0);

    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["type"] = Type,
        ["format"] = Format,
        ["description"] = Description,
        ["priority"] = Priority,
    };
}
