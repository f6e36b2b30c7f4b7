using System.Globalization;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;

namespace Legator.Runner.Tests.Tools.Ssh;

public sealed class SshExecToolTests : IClassFixture<Cluster>, IClassFixture<SshServer>, IAsyncDisposable
{
    private readonly SshServer _server;
    private readonly ToolGate _gate;
    private readonly RunResources _resources = new();

    public SshExecToolTests(Cluster cluster, SshServer server)
    {
        _server = server;
        _gate = Gates.Create(cluster);
    }

    public ValueTask DisposeAsync() => _resources.DisposeAsync();

    [Fact]
    public async Task Exec_Read_GivesOutputThenErrorsThenCode()
    {
        var result = await ExecAsync("echo hello; ls /nowhere-at-all");
        result.Succeeded.ShouldBeTrue(result.Text);
        result.Text.ShouldStartWith("hello\n[error output]\n");
        result.Text.ShouldEndWith("[exit code 2]");
    }

    [Fact]
    public async Task Exec_Certificate_LogsIn()
    {
        var result = await ExecAsync("echo in", new() { ["private-key"] = _server.CertifiedKey, ["certificate"] = _server.Certificate });
        result.Text.ShouldBe("in");
    }

    [Fact]
    public async Task Exec_ThroughAJumpHost_Arrives()
    {
        var scope = Scope(new() { ["jump-host"] = "gate" }, new() { ["host"] = "127.0.0.1" });
        (await _gate.RunAsync("ssh.exec", new { host = "web", command = "echo through" }, scope)).Text.ShouldBe("through");
    }

    [Fact]
    public async Task Exec_Stranger_IsToldWhichCredentialAndNotItsValue()
    {
        var result = await ExecAsync("uptime", new() { ["private-key"] = _server.StrangersKey });
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("credential 'web'");
        result.Text.ShouldNotContain("PRIVATE KEY");
    }

    [Fact]
    public async Task Exec_KeyThatIsNone_IsToldWithoutItsText()
    {
        var result = await ExecAsync("uptime", new() { ["private-key"] = "-----BEGIN OPENSSH PRIVATE KEY-----\ncanary-key\n-----END OPENSSH PRIVATE KEY-----" });
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("private-key");
        result.Text.ShouldNotContain("canary-key");
    }

    [Fact]
    public async Task Hole24_AnotherHostKeyThanTheKnownHostsHave_OffersNothing()
    {
        var known = $"[127.0.0.1]:{_server.Port.ToString(CultureInfo.InvariantCulture)} ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        var result = await ExecAsync("uptime", new() { ["known-hosts"] = known });
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("known hosts");
    }

    [Fact]
    public async Task Exec_KnownHostKey_IsNotPinned()
    {
        var known = $"[127.0.0.1]:{_server.Port.ToString(CultureInfo.InvariantCulture)} {_server.HostKey}";
        (await ExecAsync("echo in", new() { ["known-hosts"] = known })).Text.ShouldBe("in");
    }

    [Fact]
    public async Task Exec_FirstContact_IsToldAndHeldTo()
    {
        await using var server = new SshServer();
        await server.InitializeAsync();
        (await OnceAsync(server)).Text.ShouldContain("first contact with web");
        (await OnceAsync(server)).Text.ShouldBe("in");

        await server.ReplaceHostKeyAsync();
        var changed = await OnceAsync(server);
        changed.Succeeded.ShouldBeFalse();
        changed.Text.ShouldContain("it was ssh-ed25519 SHA256:");
    }

    [Theory]
    [InlineData("sleep {0}")]
    [InlineData("trap '' TERM; sleep {0}")]
    public async Task Exec_LongerThanItsTime_IsEndedOnTheHost(string command)
    {
        // A number of its own, so that no other run's sleep is taken for it.
        var time = string.Create(CultureInfo.InvariantCulture, $"61.{Environment.ProcessId}{command.Length}");
        var result = await ExecAsync(string.Format(CultureInfo.InvariantCulture, command, time), timeout: "3s", autonomous: true);
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("longer than 3 s and was ended");
        await Eventually.IsTrueAsync("no process of it is left", () => !Sleeping(time), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Exec_OutputWithoutEnd_IsCutAndCounted()
    {
        var result = await ExecAsync("seq 1 200000");
        result.Text.Length.ShouldBeLessThan(9000);
        result.Text.ShouldContain("bytes left out after this");
    }

    [Fact]
    public async Task Exec_TwoCalls_ShareAConnection()
    {
        var first = await ExecAsync("echo $PPID");
        (await ExecAsync("echo $PPID")).Text.ShouldBe(first.Text.Split('\n')[^1]);
    }

    [Theory]
    [InlineData("sudo systemctl restart nginx", GuardrailReason.BlockedOutright)]
    [InlineData("cat /etc/shadow", GuardrailReason.BlockedOutright)]
    [InlineData("uptime; rm -rf /srv/data", GuardrailReason.DataMutation)]
    public async Task Exec_Harm_IsRefusedBeforeAnyConnection(string command, GuardrailReason reason)
    {
        var judgement = await _gate.JudgeAsync("ssh.exec", new { host = "web", command }, Scope([]));
        judgement.Permit.ShouldBeNull();
        judgement.Verdict.Reason.ShouldBe(reason, judgement.Verdict.Message);
    }

    [Fact]
    public async Task Hole24_DatabaseCredential_IsNoHost()
    {
        var scope = Scope([]) with { Credentials = new Dictionary<string, ICredentialHandle> { ["db"] = new SecretCredential("db", CredentialType.BasicAuth, new Dictionary<string, string> { ["host"] = "127.0.0.1", ["username"] = "app", ["password"] = "canary-secret" }) } };
        var judgement = await _gate.JudgeAsync("ssh.exec", new { host = "db", command = "uptime" }, scope);
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.InvalidArguments);
        judgement.Verdict.Message.ShouldContain("no SSH host 'db'");
    }

    [Fact]
    public async Task Exec_RootWhereItIsNotAllowed_NamesTheField()
    {
        var judgement = await _gate.JudgeAsync("ssh.exec", new { host = "web", command = "uptime" }, Scope(new() { ["user"] = "root", ["allow-root"] = "false" }));
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.BlockedOutright);
        judgement.Verdict.Remedy.ShouldNotBeNull().ShouldContain("allow-root");
    }

    /// <summary>A run of its own: connections end with it.</summary>
    private async Task<ToolResult> OnceAsync(SshServer server)
    {
        await using var resources = new RunResources();
        return await ExecAsync("echo in", new() { ["known-hosts"] = "" }, server: server, resources: resources);
    }

    private Task<ToolResult> ExecAsync(string command, Dictionary<string, string>? fields = null, string? timeout = null, bool autonomous = false, SshServer? server = null, RunResources? resources = null)
    {
        var scope = Scope(fields ?? [], server: server) with { Resources = resources ?? _resources };
        return _gate.RunAsync("ssh.exec", timeout is null ? new { host = "web", command } : new { host = "web", command, timeout }, autonomous ? scope with { Sheet = Gates.Scope(sheet: new DeclaredAction("any", "*", RiskTier.ServiceMutation)).Sheet } : scope);
    }

    private RunScope Scope(Dictionary<string, string> fields, Dictionary<string, string>? jump = null, SshServer? server = null)
    {
        var credentials = new Dictionary<string, ICredentialHandle> { ["web"] = Host("web", fields, server ?? _server) };
        if (jump is not null)
        {
            credentials["gate"] = Host("gate", jump, server ?? _server);
        }

        return Gates.Scope() with { Credentials = credentials, Resources = _resources };
    }

    private static SecretCredential Host(string name, Dictionary<string, string> fields, SshServer server)
    {
        var all = new Dictionary<string, string>
        {
            ["host"] = "127.0.0.1",
            ["port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["user"] = server.User,
            ["private-key"] = server.Key,
            ["allow-root"] = "true",

            // Whichever test comes first must not be the one that is told of a first contact.
            ["known-hosts"] = $"[127.0.0.1]:{server.Port.ToString(CultureInfo.InvariantCulture)} {server.HostKey}",
        };
        foreach (var (field, value) in fields)
        {
            all[field] = value;
        }

        return new SecretCredential(name, CredentialType.SshKey, all);
    }

    private static bool Sleeping(string time) => Directory.EnumerateDirectories("/proc").Any(p =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(p, "cmdline")).StartsWith($"sleep\0{time}", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });
}
