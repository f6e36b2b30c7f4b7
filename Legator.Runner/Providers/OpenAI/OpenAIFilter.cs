using System.ClientModel;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers.OpenAI;

/// <summary>Filters that look at a request before the model does: Moonshot and others answer 400 and name the filter. That is the same no as one in a reply, and no fault of the request's form.</summary>
internal sealed class OpenAIFilter(IChatClient inner) : DelegatingChatClient(inner)
{
    private const string Name = "content_filter";

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        catch (ClientResultException e) when (e.Status == 400 && Said(e) is { } said)
        {
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, said)) { FinishReason = ChatFinishReason.ContentFilter };
        }
    }

    /// <summary>What a filter says; null for every other error.</summary>
    private static string? Said(ClientResultException exception)
    {
        try
        {
            using var document = JsonDocument.Parse(exception.GetRawResponse()?.Content ?? BinaryData.Empty);
            return document.RootElement is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && (Text(error, "type") == Name || Text(error, "code") == Name)
                    ? Text(error, "message") ?? exception.Message
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement error, string name) => error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
