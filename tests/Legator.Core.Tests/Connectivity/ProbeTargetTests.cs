using Legator.Core.Connectivity;

namespace Legator.Core.Tests.Connectivity;

public sealed class ProbeTargetTests
{
    [Theory]
    [InlineData("https://shop.example.com/healthz", "shop.example.com", 443)]
    [InlineData("http://10.0.0.5:8080", "10.0.0.5", 8080)]
    [InlineData("http://[fd00::1]", "fd00::1", 80)]
    [InlineData("ssh://web-1", "web-1", 22)]
    [InlineData("postgres://user:secret@db/shop", "db", 5432)]
    [InlineData("amqp://queue:5672", "queue", 5672)]
    public void Url_SaysWhereToDial(string url, string host, int port)
    {
        ProbeTarget.TryRead(url, out var target, out _).ShouldBeTrue();
        (target!.Host.Trim('[', ']'), target.Port).ShouldBe((host, port));
    }

    [Theory]
    [InlineData("amqp://queue")]
    [InlineData("shop")]
    [InlineData("file:///etc/passwd")]
    public void UrlWithoutAPort_SaysWhy(string url)
    {
        ProbeTarget.TryRead(url, out _, out var problem).ShouldBeFalse();
        problem.ShouldNotBeNull();
    }

    [Fact]
    public void ShownUrl_HoldsNoSecret() =>
        ProbeTarget.Shown("https://user:secret@shop.example.com:8443/a?token=secret#secret").ShouldBe("https://shop.example.com:8443/a");
}
