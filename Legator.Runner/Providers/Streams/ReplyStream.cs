using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Legator.Runner.Providers.Streams;

/// <summary>
/// Makes of one streamed reply the reply that its vendor gives where nothing is streamed. Both are read by the same code from there on, and the journal cannot
/// tell them apart.
/// </summary>
internal abstract class ReplyStream
{
    protected StreamedTokens Tokens { get; } = new();

    /// <summary>The vendor has said that nothing is to follow.</summary>
    public bool IsWhole { get; protected set; }

    /// <summary>The vendor has said that it cannot go on; null while it has not.</summary>
    public StreamFailure? Failure { get; protected set; }

    /// <summary>Events are lines of JSON, and not server-sent events.</summary>
    public virtual bool IsOfLines => false;

    /// <summary>Asks in a request for a streamed reply.</summary>
    public abstract void Ask(JsonObject request);

    /// <summary>Most tokens that the vendor was told to write; null where it was told nothing.</summary>
    protected abstract long? Limit(JsonObject request);

    /// <summary>Takes an event up.</summary>
    public abstract void Add(JsonObject part);

    /// <summary>Takes an event up that is not JSON.</summary>
    public virtual void AddText(string text)
    {
    }

    /// <summary>The reply as it stands.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="isCut">It was given up because it was too long.</param>
    public abstract JsonObject Reply(JsonObject request, bool isCut);

    /// <summary>The vendor goes on beyond what it was told.</summary>
    public bool IsTooLong(JsonObject request) => Limit(request) is { } limit && Tokens.Exceed(limit);

    /// <summary>About so many tokens were sent, where the vendor does not say.</summary>
    protected static long SentTokens(JsonObject request) => request.ToJsonString().Length / 4;

    /// <summary>A text of the vendor's, or a part of one; null for anything else. A part may end within a character, which the next one completes.</summary>
    public static string? Text(JsonNode? node)
    {
        try
        {
            return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return Regex.Unescape(node!.GetValue<JsonElement>().GetRawText()[1..^1]);
        }
    }

    protected static long? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;
}
