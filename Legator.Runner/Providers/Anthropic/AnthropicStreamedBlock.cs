using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Runner.Providers.Streams;

namespace Legator.Runner.Providers.Anthropic;

/// <summary>A block of a message that comes in pieces.</summary>
/// <param name="start">The block as it began.</param>
internal sealed class AnthropicStreamedBlock(JsonObject start)
{
    private readonly Dictionary<string, StringBuilder> _texts = new(StringComparer.Ordinal);

    public void Add(JsonObject delta, StreamedTokens tokens)
    {
        foreach (var member in new[] { "text", "partial_json", "thinking", "signature" })
        {
            if (ReplyStream.Text(delta[member]) is { Length: > 0 } piece)
            {
                (_texts.TryGetValue(member, out var text) ? text : _texts[member] = new StringBuilder()).Append(piece);
                tokens.Add(member == "signature" ? null : piece);
            }
        }
    }

    public JsonObject ToJson()
    {
        var block = (JsonObject)start.DeepClone();
        foreach (var (member, text) in _texts)
        {
            if (member == "partial_json")
            {
                block["input"] = Input(text.ToString());
                continue;
            }

            block[member] = ReplyStream.Text(block[member]) + text;
        }

        return block;
    }

    /// <summary>What is no JSON stays what the model wrote, so that it can be told.</summary>
    private static JsonNode? Input(string written)
    {
        try
        {
            return JsonNode.Parse(written);
        }
        catch (JsonException)
        {
            return JsonValue.Create(written);
        }
    }
}
