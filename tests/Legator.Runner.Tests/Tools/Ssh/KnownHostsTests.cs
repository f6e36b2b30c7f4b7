using Legator.Runner.Tools.Ssh;

namespace Legator.Runner.Tests.Tools.Ssh;

public sealed class KnownHostsTests
{
    private const string Key = "AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static readonly byte[] Bytes = Convert.FromBase64String(Key);

    [Theory]
    [InlineData("web.example.com ssh-ed25519 KEY", true)]
    [InlineData("WEB.example.com,192.0.2.1 ssh-ed25519 KEY comment", true)]
    [InlineData("*.example.com ssh-ed25519 KEY", true)]
    [InlineData("*.example.com,!web.example.com ssh-ed25519 KEY", false)]
    [InlineData("db.example.com ssh-ed25519 KEY", false)]
    [InlineData("web.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBBB", false)]
    [InlineData("# web.example.com ssh-ed25519 KEY", false)]
    [InlineData("@revoked * ssh-ed25519 KEY\nweb.example.com ssh-ed25519 KEY", false)]
    [InlineData("@cert-authority *.example.com ssh-ed25519 KEY", false)]
    [InlineData("[web.example.com]:2222 ssh-ed25519 KEY", false)]
    [InlineData("web.example.com:22 ssh-ed25519 KEY", false)]
    [InlineData("*example.com.evil.tld ssh-ed25519 KEY", false)]
    [InlineData("!web.example.com ssh-ed25519 KEY", false)]
    [InlineData("!*.example.com,web.example.com ssh-ed25519 KEY", false)]
    [InlineData("web.example.co? ssh-ed25519 KEY", true)]
    [InlineData("192.0.2.1 ssh-ed25519 KEY", false)]
    [InlineData("@revoked other.example.com ssh-ed25519 KEY\n* ssh-ed25519 KEY", false)]
    [InlineData("@unheard-of * ssh-ed25519 KEY", false)]
    [InlineData("", false)]
    [InlineData("web.example.com", false)]
    public void Has_Line_IsReadAsOpenSshDoes(string lines, bool has) =>
        new KnownHosts(lines.Replace("KEY", Key, StringComparison.Ordinal)).Has("web.example.com", Bytes).ShouldBe(has);

    [Fact]
    public void Has_HashedName_IsFound()
    {
        const string line = "|1|AAECAwQFBgcICQoLDA0ODxAREhM=|A4Vf9JAnkwF7GzejeJdS+cAjBV4= ssh-ed25519 " + Key;
        new KnownHosts(line).Has("web.example.com", Bytes).ShouldBeTrue();
        new KnownHosts(line).Has("db.example.com", Bytes).ShouldBeFalse();
        new KnownHosts($"|1|no|base64 ssh-ed25519 {Key}").Has("web.example.com", Bytes).ShouldBeFalse();
    }
}
