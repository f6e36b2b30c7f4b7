using System.Text.Json.Nodes;
using System.Xml;

namespace Legator.Runner.Tools.Aws;

/// <summary>Turns an answer in XML into JSON: elements are members, lists are lists, what is empty is left out.</summary>
internal static class AwsXml
{
    private const int MaxDepth = 40;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true, IgnoreProcessingInstructions = true };

    /// <summary>Reads an answer; null when it is no XML.</summary>
    public static JsonNode? Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            reader.MoveToContent();
            var name = reader.LocalName;
            return Unwrapped(name, Element(reader, 0) as JsonObject);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // <DescribeXResponse><DescribeXResult>…</DescribeXResult><ResponseMetadata/></DescribeXResponse>
    private static JsonObject? Unwrapped(string name, JsonObject? root)
    {
        root?.Remove("ResponseMetadata");
        root?.Remove("requestId");
        var result = name.EndsWith("Response", StringComparison.Ordinal) ? name[..^"Response".Length] + "Result" : "";
        return root?[result] is JsonObject inner && root.Count == 1 ? inner.DeepClone().AsObject() : root;
    }

    // Stands at an element and leaves behind its end.
    private static JsonNode? Element(XmlReader reader, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new XmlException("The answer is nested too deep.");
        }

        if (reader.IsEmptyElement)
        {
            reader.Read();
            return null;
        }

        reader.Read();
        JsonObject? members = null;
        string? text = null;
        while (reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var name = reader.LocalName;
                Add(members ??= [], name, Element(reader, depth + 1));
            }
            else
            {
                text += reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value : "";
                reader.Read();
            }
        }

        reader.Read();
        return members is { Count: 1 } && members.First() is { Key: "item" or "member" } only
            ? only.Value is JsonArray ? only.Value.DeepClone() : new JsonArray(only.Value?.DeepClone())
            : members is not null ? members : text is null ? null : JsonValue.Create(text);
    }

    private static void Add(JsonObject members, string name, JsonNode? value)
    {
        if (value is null)
        {
            return;
        }

        if (!members.TryGetPropertyValue(name, out var there))
        {
            members[name] = value;
        }
        else if (there is JsonArray list && name is not ("item" or "member"))
        {
            list.Add(value);
        }
        else
        {
            members[name] = new JsonArray(there?.DeepClone(), value);
        }
    }
}
