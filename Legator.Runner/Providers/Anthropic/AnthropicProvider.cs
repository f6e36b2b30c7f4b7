using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers.Anthropic;

/// <summary>Claude, over Anthropic's Messages API.</summary>
internal sealed class AnthropicProvider(ModelTransport transport) : IModelProvider
{
    /// <summary>The transport and the run end a wait; the SDK needs a number to send along.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public IReadOnlyList<string> Names { get; } = ["anthropic"];

    public ModelClient Connect(ModelConnection connection)
    {
        var client = new AnthropicClient(new ClientOptions
        {
            HttpClient = transport.Client(connection, () => new AnthropicStream(), wire => new AnthropicWire(wire, connection.Credential)),
            BaseUrl = ModelEndpoint.Of(connection.Model).AbsoluteUri.TrimEnd('/'),
            // Set even where there is none: the SDK would look for keys in the process's environment and in files.
            ApiKey = connection.Credential.ApiKey,
            MaxRetries = 0,
            OpenTelemetry = false,
            Timeout = Longest,
        });
        var chat = new AnthropicWords(client.AsIChatClient(connection.Model.Model));
        return new ModelClient(new VendorToolNames(chat, keepsWithheldTools: true), ModelWindow.Exchanges);
    }
}
