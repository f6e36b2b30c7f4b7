using System.ClientModel.Primitives;

namespace Legator.Runner.Providers.OpenAI;

/// <summary>Sends the key where there is one; headers of other kinds of auth are on the HTTP client already.</summary>
internal sealed class OpenAIAuthentication(ModelCredential credential) : AuthenticationPolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Authenticate(message);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Authenticate(message);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void Authenticate(PipelineMessage message)
    {
        if (credential.ApiKey is { } key)
        {
            message.Request.Headers.Set("Authorization", $"Bearer {key}");
        }
    }
}
