using Legator.Runner.Providers;
using Legator.Runner.Providers.OpenAI;

namespace Legator.Runner.Tests.Providers;

public sealed class ModelEndpointTests
{
    [Theory]
    [InlineData("http://models:8000", "http://models:8000/v1")]
    [InlineData("http://models:8000/", "http://models:8000/v1")]
    [InlineData("http://models:8000/v1", "http://models:8000/v1")]
    [InlineData("http://models:8000/v1/", "http://models:8000/v1")]
    [InlineData("https://gateway.example/llm", "https://gateway.example/llm/v1")]
    [InlineData("https://gateway.example/v1beta/openai", "https://gateway.example/v1beta/openai")]
    [InlineData("https://gateway.example/v1/chat/completions", "https://gateway.example/v1")]
    public void Endpoint_WithOrWithoutVersion_IsUnderstood(string written, string expected) =>
        ModelEndpoint.Of(Models.Snapshot("vllm", new Uri(written)).Model).ShouldBe(new Uri(expected));

    [Theory]
    [InlineData("openai", "https://api.openai.com/v1")]
    [InlineData("kimi", "https://api.moonshot.ai/v1")]
    public void Endpoint_NotWritten_IsThePublicOne(string provider, string expected) =>
        ModelEndpoint.Of(Models.Snapshot(provider).Model).ShouldBe(new Uri(expected));

    [Fact]
    public void Endpoint_OfNobodyInParticular_MustBeWritten() =>
        Should.Throw<ModelUnusableException>(() => ModelEndpoint.Of(Models.Snapshot("vllm").Model)).Message.ShouldContain("set baseURL");

    [Theory]
    [InlineData("models:8000")]
    [InlineData("ftp://models")]
    public void Endpoint_ThatIsNoUrl_IsNamed(string written) =>
        Should.Throw<ModelUnusableException>(() => ModelEndpoint.Of(Models.Snapshot("vllm").Model with { Endpoint = written })).Message.ShouldContain(written);
}
