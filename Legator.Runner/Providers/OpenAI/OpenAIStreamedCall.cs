using System.Text;
using System.Text.Json.Nodes;
using Legator.Runner.Providers.Streams;

namespace Legator.Runner.Providers.OpenAI;

/// <summary>A tool call that comes in pieces.</summary>
/// <param name="index">Its number, as the vendor counts; null where it does not.</param>
internal sealed class OpenAIStreamedCall(long? index)
{
    private readonly StringBuilder _arguments = new();
    private string? _name;

    public long? Index => index;

    public string? Id { get; private set; }

    public void Add(JsonObject piece, StreamedTokens tokens)
    {
        Id ??= ReplyStream.Text(piece["id"]) is { Length: > 0 } id ? id : null;
        var function = piece["function"] as JsonObject;
        _name ??= ReplyStream.Text(function?["name"]) is { Length: > 0 } name ? name : null;
        var arguments = ReplyStream.Text(function?["arguments"]);
        _arguments.Append(arguments);
        tokens.Add(arguments);
    }

    public JsonObject ToJson() => new()
    {
        ["id"] = Id ?? "",
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = _name ?? "", ["arguments"] = _arguments.ToString() },
    };
}
