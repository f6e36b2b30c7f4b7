using CsCheck;
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

    [Theory]
    [InlineData("http://010.0.0.1/")]
    [InlineData("http://192.168.01.1/")]
    [InlineData("http://00.0.0.1:80/")]
    public void TryRead_NumbersWithZerosInFront_AreRefused(string url) => HttpTarget.TryRead(url, out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData("https://example.com/query?q=sum(rate(x[5m])) by (pod)", true)]
    [InlineData("https://example.com/a b", false)]
    [InlineData("https://example.com/?q=a ", false)]
    [InlineData("https://example.com/?q=a\tb", false)]
    public void TryRead_Blank_StandsInAQueryAlone(string url, bool read) => HttpTarget.TryRead(url, out _, out _).ShouldBe(read);

    [Fact]
    public void TryRead_AnyHostOfNumbers_LeadsWhereTheHttpClientGoes() =>
        Gen.Char["0123456789abcdefxX.:"].Array[1, 24].Select(c => new string(c)).Sample(host =>
            !HttpTarget.TryRead($"http://{host}/", out var target, out _)
            || AddressRules.Of(host.Split(':')[0]) == AddressRules.Of(target.Url.IdnHost)
            || (AddressRules.Of(host.Split(':')[0]) != AddressKind.Public && AddressRules.Of(target.Url.IdnHost) != AddressKind.Public));

    [Fact]
    public void TryRead_AnyText_NeverThrowsAndKeepsItsHost() =>
        Gen.String[Gen.Char["htps:/\\.@#?%20aA1[]-_;=& \t\u00ad\uff0e"], 0, 60].Sample(text =>
        {
            var read = HttpTarget.TryRead("https://" + text, out var target, out _);
            return !read || text.StartsWith(target!.Url.OriginalString["https://".Length..][..Math.Min(1, text.Length)], StringComparison.Ordinal);
        });
}
