using System.Globalization;
using Legator.Backends.Tests.Servers;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs.Events;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tools.Ssh;

namespace Legator.Runner.Tests.Tools.Ssh;

/// <summary>Whose key a host shows, tried on servers that show all kinds of them.</summary>
public sealed class SshHostKeyTests(Cluster cluster) : IClassFixture<Cluster>, IAsyncLifetime
{
    private readonly SshServer _server = new();
    private readonly ToolGate _gate = Gates.Create(cluster);
    private readonly ListRecord _record = new();

    private string Name => $"[127.0.0.1]:{_server.Port.ToString(CultureInfo.InvariantCulture)}";

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1", "-1h:+1h", true, "NAME", true)]
    [InlineData("127.0.0.1,db", "-1h:+1h", true, "127.0.0.*", true)]
    [InlineData("127.0.0.2", "-1h:+1h", true, "NAME", false)]
    [InlineData("127.0.0.1", "-2h:-1h", true, "NAME", false)]
    [InlineData("127.0.0.1", "-1h:+1h", false, "NAME", false)]
    [InlineData("127.0.0.1", "-1h:+1h", true, "*.example.com", false)]
    [InlineData("127.0.0.1", "-1h:+1h", true, "*,!127.0.0.1,!NAME", false)]
    public async Task Certificate_OfAKnownAuthority_IsGoodForItsHostAlone(string principals, string validity, bool asHost, string hosts, bool good)
    {
        await _server.CertifyAsync(principals, validity, asHost);
        var result = await ExecAsync($"@cert-authority {hosts.Replace("NAME", Name, StringComparison.Ordinal)} {_server.Authority}");
        result.Succeeded.ShouldBe(good, result.Text);
    }

    [Fact]
    public async Task Certificate_OfARevokedAuthorityOrKey_IsRefused()
    {
        await _server.CertifyAsync("127.0.0.1");
        var authority = $"@cert-authority * {_server.Authority}";
        (await ExecAsync(authority)).Succeeded.ShouldBeTrue();
        (await ExecAsync($"{authority}\n@revoked * {_server.Authority}")).Succeeded.ShouldBeFalse();
        (await ExecAsync($"{authority}\n@revoked * {_server.HostKey}")).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task Certificate_WhereTheKeyItselfIsKnown_IsNotNeeded()
    {
        await _server.CertifyAsync("somebody-else");
        (await ExecAsync($"{Name} {_server.HostKey}")).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Certificate_OfAnotherAuthority_IsRefusedAndWarnedOf()
    {
        await _server.CertifyAsync("127.0.0.1");
        var stranger = new SshServer();
        await stranger.InitializeAsync();
        (await ExecAsync($"@cert-authority * {stranger.Authority}")).Succeeded.ShouldBeFalse();
        await stranger.DisposeAsync();
        _record.Events.OfType<NoticeRaised>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.IsWarning.ShouldBeTrue(), n => n.Reason.ShouldBe("SshHostKeyRefused"));
    }

    [Fact]
    public async Task Host_WithSeveralKeys_ShowsTheOneItIsKnownBy()
    {
        await _server.RestartAsync($"{await _server.AddHostKeyAsync("ecdsa")}\n{await _server.AddHostKeyAsync("rsa")}");
        (await ExecAsync($"{Name} {_server.HostKey}")).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Host_ThatIsPinned_IsHeldToItsKeyAlsoWhenItGetsMoreOrRenewsACertificate()
    {
        (await ExecAsync(null)).Text.ShouldContain("first contact");
        await _server.RestartAsync($"{await _server.AddHostKeyAsync("ecdsa")}\n{await _server.AddHostKeyAsync("rsa")}");
        (await ExecAsync(null)).Text.ShouldBe("in");
        await _server.CertifyAsync("127.0.0.1");
        (await ExecAsync(null)).Text.ShouldBe("in");
        _record.Events.OfType<NoticeRaised>().ShouldHaveSingleItem().Reason.ShouldBe("SshHostKeyPinned");
    }

    [Theory]
    [InlineData("ecdsa")]
    [InlineData("rsa")]
    public async Task Host_ThatShowsAnotherTypeThanThePinnedOne_IsRefused(string type)
    {
        await ExecAsync(null);
        await _server.OnlyAsync(type);
        var result = await ExecAsync(null);
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("it was ssh-ed25519 SHA256:");
        _record.Events.OfType<NoticeRaised>().Last().IsWarning.ShouldBeTrue();
    }

    [Fact]
    public async Task Host_KnownAtAnotherPortOrByAnotherName_IsNotKnown()
    {
        foreach (var name in new[] { "127.0.0.1", "[127.0.0.1]:22", "localhost", "[localhost]:" + _server.Port.ToString(CultureInfo.InvariantCulture), "!*" })
        {
            (await ExecAsync($"{name} {_server.HostKey}")).Succeeded.ShouldBeFalse(name);
        }
    }

    [Fact]
    public async Task Pin_OfOnePort_SaysNothingOfAnother()
    {
        await ExecAsync(null);
        await using var other = new SshServer();
        await other.InitializeAsync();
        (await ExecAsync(null, other)).Text.ShouldContain("first contact");
    }

    [Fact]
    public async Task Host_SeenFirstByTwoRunsAtOnce_IsPinnedOnce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ExecAsync(null)));
        answers.ShouldAllBe(a => a.Succeeded);
        var map = (await cluster.Maps.GetAsync("agents", HostKeyPins.Name, default)).ShouldNotBeNull();
        map.Data!.Keys.Count(k => k.EndsWith($"_{_server.Port.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task JumpHost_WithAnotherKeyThanTheKnown_IsRefusedToo()
    {
        var jump = Fields(_server, "[127.0.0.1]:1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        var web = Fields(_server, null);
        web["jump-host"] = "gate";
        var result = await ExecWithAsync(new Dictionary<string, ICredentialHandle> { ["web"] = Host("web", web), ["gate"] = Host("gate", jump) });
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("gate showed the host key");
    }

    [Fact]
    public async Task Password_LogsIn()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && File.Exists("/usr/sbin/useradd") && File.Exists("/usr/bin/perl"), "Only root can make a user with a password.");
        var user = string.Create(CultureInfo.InvariantCulture, $"lgt{Environment.ProcessId % 100000}");
        const string hash = "exec '/usr/sbin/useradd', '-m', '-s', '/bin/bash', '-p', crypt('canary-password', '$6$legator$'), $ARGV[0]";
        await ServerProcess.RunAsync("/usr/bin/perl", "-e", hash, user);
        try
        {
            await _server.RestartAsync($"AllowUsers {user}");
            var fields = new Dictionary<string, string> { ["host"] = "127.0.0.1", ["port"] = _server.Port.ToString(CultureInfo.InvariantCulture), ["user"] = user, ["password"] = "canary-password", ["known-hosts"] = $"{Name} {_server.HostKey}" };
            (await ExecWithAsync(new Dictionary<string, ICredentialHandle> { ["web"] = Host("web", fields) }, "whoami")).Text.ShouldBe(user);
            fields["password"] = "canary-wrong";
            var refused = await ExecWithAsync(new Dictionary<string, ICredentialHandle> { ["web"] = Host("web", fields) });
            refused.Text.ShouldBe($"web does not let {user} in with the credential 'web'.");
        }
        finally
        {
            await _server.RestartAsync("");
            await ServerProcess.RunAsync("/usr/sbin/userdel", "-r", "-f", user);
        }
    }

    private Task<ToolResult> ExecAsync(string? known, SshServer? server = null) =>
        ExecWithAsync(new Dictionary<string, ICredentialHandle> { ["web"] = Host("web", Fields(server ?? _server, known)) });

    /// <summary>A run of its own: connections end with it.</summary>
    private async Task<ToolResult> ExecWithAsync(Dictionary<string, ICredentialHandle> credentials, string command = "echo in")
    {
        await using var resources = new RunResources();
        var scope = Gates.Scope() with { Credentials = credentials, Resources = resources, Notices = new RunNotices(_record, "lab") };
        return await _gate.RunAsync("ssh.exec", new { host = "web", command }, scope);
    }

    private static Dictionary<string, string> Fields(SshServer server, string? known) => new()
    {
        ["host"] = "127.0.0.1",
        ["port"] = server.Port.ToString(CultureInfo.InvariantCulture),
        ["user"] = server.User,
        ["private-key"] = server.Key,
        ["allow-root"] = "true",
        ["known-hosts"] = known ?? "",
    };

    private static SecretCredential Host(string name, Dictionary<string, string> fields) => new(name, CredentialType.SshKey, fields);
}
