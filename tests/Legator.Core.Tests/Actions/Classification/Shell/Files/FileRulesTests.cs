using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Tests.Actions.Classification.Shell.Files;

public sealed class FileRulesTests
{
    private static readonly ShellScope Home = new() { Host = "web-1", JudgeWords = (_, _) => [], JudgeText = (_, _) => [] };

    [Theory]
    [InlineData("/etc/shadow")]
    [InlineData("/etc//./../etc/shadow")]
    [InlineData("/proc/self/{root}/etc/shadow")]
    [InlineData("/proc/1/task/1/{root}/etc/gshadow")]
    [InlineData("/proc/1/cwd/shadow")]
    [InlineData("~/.ssh/id_ed25519")]
    [InlineData("~bob/.ssh/id_rsa")]
    [InlineData("~/.aws/credentials")]
    [InlineData("/proc/1/environ")]
    [InlineData("/proc/1/task/7/environ")]
    [InlineData("/var/run/secrets/kubernetes.io/serviceaccount/token")]
    [InlineData("/etc/kubernetes/admin.conf")]
    [InlineData("/srv/tls/server.key")]
    [InlineData("/dev/sda")]
    [InlineData("~/.kube/config")]
    public void Read_OfASecret_IsBlocked(string path) => Blocked(FileRules.Read(Home, ShellWord.Of(Rooted(path)))).ShouldBeTrue();

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("/etc/sudoers")]
    [InlineData("/etc/ssh/sshd_config")]
    [InlineData("~/.ssh/known_hosts")]
    [InlineData("/etc/ssh/ssh_host_rsa_key.pub")]
    [InlineData("/etc/ssl/certs/ca-certificates.crt")]
    [InlineData("/etc/letsencrypt/live/x/cert.pem")]
    [InlineData("/proc/1/status")]
    [InlineData("/var/log/shadowsocks.log")]
    [InlineData("/dev/fd/63")]
    public void Read_OfAnOrdinaryFile_IsARead(string path) => Worst(FileRules.Read(Home, ShellWord.Of(path))).ShouldBe(RiskTier.Read);

    [Theory]
    [InlineData("/etc/", "*", "")]
    [InlineData("/etc/sh", "?", "dow")]
    [InlineData("/etc/", "[s]", "hadow")]
    [InlineData("/home/", "*", "/.ssh/id_rsa")]
    [InlineData("/proc/", "*", "/environ")]
    [InlineData("/p", "*", "/self/{root}/etc/shadow")]
    [InlineData("/etc/", "**", "")]
    public void Read_OfAPatternThatReachesASecret_IsNoPlainRead(string before, string glob, string after) =>
        (Worst(FileRules.Read(Home, Pattern(before, WordPartKind.Glob, glob, Rooted(after)))) > RiskTier.Read).ShouldBeTrue();

    [Theory]
    [InlineData("/var/log/", "*", ".log")]
    [InlineData("/etc/", "*", ".conf")]
    [InlineData("/etc/", "*", "release")]
    [InlineData("/proc/", "*", "/status")]
    [InlineData("/etc/ssl/certs/", "*", ".pem")]
    [InlineData("/var/log/syslog", "*", "")]
    public void Read_OfAPatternThatReachesNone_IsARead(string before, string glob, string after) =>
        Worst(FileRules.Read(Home, Pattern(before, WordPartKind.Glob, glob, after))).ShouldBe(RiskTier.Read);

    [Theory]
    [InlineData("", "$f", "")]
    [InlineData("/var/log/", "$f", "")]
    [InlineData("", "$d", "/shadow")]
    [InlineData("/etc/", "$f", "")]
    public void Read_OfAPathThatNobodyKnows_IsNoRead(string before, string name, string after) =>
        (Worst(FileRules.Read(Home, Pattern(before, WordPartKind.Unknown, name, after))) > RiskTier.Read).ShouldBeTrue();

    [Fact]
    public void Read_OfAPathWhoseEndClearsIt_IsARead() =>
        Worst(FileRules.Read(Home, Pattern("/sys/class/net/", WordPartKind.Unknown, "$i", "/operstate"))).ShouldBe(RiskTier.Read);

    [Fact]
    public void Read_RelativeToADirectory_IsOfThatDirectory()
    {
        Blocked(FileRules.Read(Home with { Directory = "/etc" }, ShellWord.Of("shadow"))).ShouldBeTrue();
        Blocked(FileRules.Read(Home with { Directory = "/etc/ssh" }, ShellWord.Of("../shadow"))).ShouldBeTrue();
        Worst(FileRules.Read(Home with { Directory = null }, ShellWord.Of("app.log"))).ShouldBe(RiskTier.Read);
    }

    [Theory]
    [InlineData("/dev/sda")]
    [InlineData("/dev/../dev/sda")]
    [InlineData("/boot/grub/grub.cfg")]
    [InlineData("/etc/passwd")]
    [InlineData("/etc/sudoers.d/x")]
    [InlineData("~/.ssh/authorized_keys")]
    [InlineData("/proc/sysrq-trigger")]
    public void Write_ToWhatOwnsTheMachine_IsBlocked(string path) => Blocked(FileRules.Write(Home, ShellWord.Of(path))).ShouldBeTrue();

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/stderr")]
    [InlineData("/dev//./null")]
    [InlineData("/dev/fd/63")]
    public void Write_ToASink_IsNothing(string path) => FileRules.Write(Home, ShellWord.Of(path)).ShouldBeEmpty();

    [Theory]
    [InlineData("/proc/sys/vm/drop_caches", RiskTier.ServiceMutation)]
    [InlineData("/etc/motd", RiskTier.DestructiveMutation)]
    [InlineData("/var/lib/mysql/x.ibd", RiskTier.DataMutation)]
    public void Write_Elsewhere_HasItsTier(string path, RiskTier tier) => Worst(FileRules.Write(Home, ShellWord.Of(path))).ShouldBe(tier);

    [Fact]
    public void Path_OfAnyLength_IsAnswered()
    {
        Worst(FileRules.Read(Home, ShellWord.Of("/" + new string('a', 1_000_000)))).ShouldBe(RiskTier.DestructiveMutation);
        FileRules.Read(Home, new ShellWord([.. Enumerable.Repeat(new WordPart(WordPartKind.Glob, "**"), 500).SelectMany(p => new[] { new WordPart(WordPartKind.Literal, "/a/"), p })])).ShouldNotBeEmpty();
    }

    private static ShellWord Pattern(string before, WordPartKind kind, string text, string after) =>
        new([.. new[] { new WordPart(WordPartKind.Literal, before), new WordPart(kind, text), new WordPart(WordPartKind.Literal, after) }.Where(p => p.Text.Length > 0)]);

    private static string Rooted(string path) => path.Replace("{root}", "root", StringComparison.Ordinal);

    private static bool Blocked(IReadOnlyList<ProposedAction> actions) => actions.Any(a => a.BlockedBecause is not null);

    private static RiskTier Worst(IReadOnlyList<ProposedAction> actions) => actions.Max(a => a.Tier);
}
