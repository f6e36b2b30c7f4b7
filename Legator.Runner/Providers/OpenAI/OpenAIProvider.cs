using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace Legator.Runner.Providers.OpenAI;

/// <summary>OpenAI's chat completions, as OpenAI itself and many others serve them.</summary>
internal sealed class OpenAIProvider(ModelTransport transport) : IModelProvider
{
    public IReadOnlyList<string> Names { get; } = ["openai", "openai-compatible", "vllm", "kimi"];

    public ModelClient Connect(ModelConnection connection)
    {
        var http = transport.Client(connection, () => new OpenAIStream());
        var options = new OpenAIClientOptions
        {
            Endpoint = ModelEndpoint.Of(connection.Model),
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning disable OPENAI001 // The SDK's stable constructors insist on a key, and many servers want none.
        var client = new ChatClient(connection.Model.Model, new OpenAIAuthentication(connection.Credential), options);
#pragma warning restore OPENAI001
        IChatClient chat = new OpenAIArguments(new OpenAIReasoning(new OpenAIFilter(client.AsIChatClient()), isWanted: connection.Model.Provider != "openai", Unknown(connection), needsContent: connection.Model.Provider == "kimi"));
        chat = connection.Model.Provider == "openai" ? new PlainCallIds(chat) : new OpenAIMaxTokens(chat);

        return new ModelClient(new VendorToolNames(chat), ModelWindow.Exchanges);
    }

    /// <summary>Moonshot takes no history of calls without a thought, and a fallback is given calls of another vendor's model.</summary>
    private static string? Unknown(ModelConnection connection) => connection is { IsFallback: true, Model.Provider: "kimi" } ? "(not known)" : null;
}
