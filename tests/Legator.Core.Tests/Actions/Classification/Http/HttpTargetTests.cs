using Legator.Core.Actions.Classification.Http;

namespace Legator.Core.Tests.Actions.Classification.Http;

public sealed class HttpTargetTests
{
    [Theory]
    [InlineData("https://user:pass@example.com/")]
    [InlineData("https://api.github.com@evil.tld/")]
    [InlineData("https://example.com\\@evil.tld/")]
    [InlineData("https://exa mple.com/")]
    [InlineData("https://１２７.0.0.1/")]
    [InlineData("https://127。0。0。1/")]
    [InlineData("https://%31%32%37.0.0.1/")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.com/")]
    [InlineData("https://")]
    [InlineData("")]
    public void TryRead_UrlThatTwoParsersReadInTwoWays_IsRefused(string url)
    {
        HttpTarget.TryRead(url, out _, out var problem).ShouldBeFalse();
        problem.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("HTTPS://Example.COM:443/a/../b#top", "https://example.com", "/b")]
    [InlineData("https://example.com/a/%2e%2e/admin", "https://example.com", "/admin")]
    [InlineData("http://example.com.:8080", "http://example.com:8080", "/")]
    [InlineData("http://0x7f.1/x", "http://127.0.0.1", "/x")]
    [InlineData("http://[::ffff:127.0.0.1]/", "http://127.0.0.1", "/")]
    [InlineData("http://[2606:4700::1111]:81/", "http://[2606:4700::1111]:81", "/")]
    public void TryRead_Url_HasOneOrigin(string url, string origin, string path)
    {
        HttpTarget.TryRead(url, out var target, out var problem).ShouldBeTrue(problem);
        target!.Origin.ShouldBe(origin);
        target.Url.AbsolutePath.ShouldBe(path);
    }
}
