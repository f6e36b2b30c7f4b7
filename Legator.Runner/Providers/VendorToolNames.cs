using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers;

/// <summary>Speaks to a vendor in the vendor's names of tools, and to the session in ours.</summary>
/// <param name="inner">Speaks to the vendor.</param>
/// <param name="keepsWithheldTools">Tools that may not be called in this request are named all the same, and forbidden; else they are left out.</param>
internal sealed class VendorToolNames(IChatClient inner, bool keepsWithheldTools = false) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var history = messages.ToList();
        var tools = options?.Tools?.OfType<AIFunctionDeclaration>().ToList() ?? [];
        var called = history.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Select(c => c.Name).Distinct(StringComparer.Ordinal).ToList();
        var names = new ToolNames(tools.Select(t => t.Name).Concat(called));
        var vendorOptions = options?.Clone() ?? new ChatOptions();
        var withheld = vendorOptions.ToolMode is NoneChatToolMode;
        if (keepsWithheldTools && tools.Count == 0 && called.Count > 0)
        {
            // The model called what nobody offered it.
            (tools, withheld) = ([.. called.Select(name => AIFunctionFactory.CreateDeclaration(name, null, JsonElement.Parse("{}")))], true);
        }

        var left = tools.Count == 0 || (withheld && !keepsWithheldTools);
        vendorOptions.ToolMode = withheld && !left ? ChatToolMode.None : null;
        vendorOptions.Tools = left
            ? null
            : [.. tools.Select(t => AIFunctionFactory.CreateDeclaration(names.ToVendor(t.Name), t.Description, VendorSchema.Of(t.JsonSchema)))];
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
