using Anthropic.Models.Messages;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers.Anthropic;

/// <summary>What the Messages API wants to be told in its own way, and what it tells in words that its SDK does not pass on.</summary>
internal sealed class AnthropicWords(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await base.GetResponseAsync(AnthropicMessages.Of(messages, options?.AdditionalProperties?.GetValueOrDefault(ModelWindow.GoesOn) is not false), Plain(options), cancellationToken);
        response.FinishReason = FinishReason(response);
        foreach (var call in response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Where(c => c.Exception is not null || c.Arguments is null))
        {
            ModelReply.MarkMalformed(call, (call.RawRepresentation as ToolUseBlock)?.RawData.GetValueOrDefault("input").ToString());
        }

        return response;
    }

    /// <summary>Schemas go as they are: the SDK would close every map in them. Without tools in it, a history of tool calls is refused, so withheld tools stay and are forbidden.</summary>
    private static ChatOptions? Plain(ChatOptions? options)
    {
        if (options?.Tools is not { Count: > 0 } tools)
        {
            return options;
        }

        var plain = options.Clone();
        plain.Tools = [.. tools.OfType<AIFunctionDeclaration>().Select(Declared)];
        return plain;
    }

    private static AITool Declared(AIFunctionDeclaration tool) => new ToolUnion(new Tool
    {
        Name = tool.Name,
        Description = tool.Description,
        InputSchema = new InputSchema(tool.JsonSchema.EnumerateObject().ToDictionary(p => p.Name, p => p.Value)),
    }).AsAITool();

    private static ChatFinishReason? FinishReason(ChatResponse response) => (response.RawRepresentation as Message)?.StopReason?.Raw() switch
    {
        "refusal" => ModelReply.Refusal,
        "model_context_window_exceeded" => ChatFinishReason.Length,
        _ => response.FinishReason,
    };
}
