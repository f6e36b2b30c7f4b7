using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers;

/// <summary>Speaks to a vendor in the vendor's names of tools, and to the session in ours.</summary>
internal sealed class VendorToolNames(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var history = messages.ToList();
        var tools = options?.Tools?.OfType<AIFunctionDeclaration>().ToList() ?? [];
        var called = history.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Select(c => c.Name);
        var names = new ToolNames(tools.Select(t => t.Name).Concat(called));
        var vendorOptions = options?.Clone() ?? new ChatOptions();
        vendorOptions.Tools = tools.Count == 0
            ? null
            : [.. tools.Select(t => AIFunctionFactory.CreateDeclaration(names.ToVendor(t.Name), t.Description, t.JsonSchema))];
        var response = await base.GetResponseAsync(history.Select(m => Renamed(m, names.ToVendor)), vendorOptions, cancellationToken);
        response.Messages = [.. response.Messages.Select(m => Renamed(m, names.FromVendor))];
        return response;
    }

    private static ChatMessage Renamed(ChatMessage message, Func<string, string> rename)
    {
        if (!message.Contents.Any(c => c is FunctionCallContent))
        {
            return message;
        }

        var renamed = message.Clone();
        renamed.RawRepresentation = null;
        renamed.Contents = [.. message.Contents.Select(c => c is FunctionCallContent call ? Renamed(call, rename) : c)];
        return renamed;
    }

    private static FunctionCallContent Renamed(FunctionCallContent call, Func<string, string> rename) =>
        new(call.CallId, rename(call.Name), call.Arguments) { Exception = call.Exception, AdditionalProperties = call.AdditionalProperties, RawRepresentation = call.RawRepresentation };
}
