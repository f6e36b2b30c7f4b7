using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Shell;

namespace Legator.Core.Tests.Actions.Classification.Shell.Walking;

public sealed class LineWalkerTests
{
    [Theory]
    [InlineData("x=/var/log; cat $x/syslog", "/var/log/syslog")]
    [InlineData("x=/var/log; x+=/syslog; cat \"$x\"", "/var/log/syslog")]
    [InlineData("x=(/a /b); cat ${x[1]}", "/b")]
    [InlineData("x=/var/log/syslog.1; cat ${x%.1}", "/var/log/syslog")]
    [InlineData("set -- /a /b; cat $2", "/b")]
    [InlineData("f() { cat $1; }; f /a", "/a")]
    [InlineData("for x in /a /b; do cat $x; done", "/b")]
    [InlineData("read -r x <<< /a; cat $x", "/a")]
    [InlineData("printf -v x %s /a; cat $x", "/a")]
    [InlineData("export x=/a; cat $x", "/a")]
    [InlineData("cat $(echo /a)", "/a")]
    [InlineData("cat < /a", "/a")]
    [InlineData("eval 'x=/a'; cat $x", "/a")]
    [InlineData("cat {/a,/b}", "/b")]
    public void Value_GivenByTheLine_IsFollowed(string line, string path) =>
        Targets(line).ShouldContain($"web-1:{path}");

    [Theory]
    [InlineData("x=/a; [ -f /b ] && x=/c; cat $x")]
    [InlineData("x=/a; while read -r x; do :; done < /b; cat $x")]
    [InlineData("x=/a; if true; then x=/b; fi; cat $x")]
    [InlineData("x=/a; case $y in a) x=/b;; esac; cat $x")]
    [InlineData("x=/a; declare -n r=x; cat $x")]
    [InlineData("x=/a; unset x; cat $x")]
    [InlineData("x=/a; ((x++)); cat $x")]
    [InlineData("x=/a; echo /b | read x; cat $x")]
    [InlineData("cat $x")]
    public void Value_ThatMayBeAnother_IsNotKnown(string line)
    {
        Targets(line).ShouldNotContain("web-1:/a");
        ShellClassifier.Classify("web-1", line, ClassificationContext.Empty).Tier.ShouldNotBe(RiskTier.Read);
    }

    [Theory]
    [InlineData("cd /etc && cat shadow", true)]
    [InlineData("cd /etc; cat shadow", true)]
    [InlineData("cd /etc || exit 1; cat shadow", true)]
    [InlineData("cd / && cd etc && ls && cat shadow", true)]
    [InlineData("(cd /etc); cat passwd", false)]
    [InlineData("cd /etc | true; cat shadow", true)]
    [InlineData("cd /var/log && cat syslog", false)]
    [InlineData("cd /var/log || exit; cat syslog", false)]
    public void Directory_OfRelativePaths_IsFollowed(string line, bool blocked) =>
        ShellClassifier.Classify("web-1", line, ClassificationContext.Empty).Blocked.ShouldBe(blocked);

    [Fact]
    public void Commands_AreNotCounted()
    {
        var line = string.Join("; ", Enumerable.Repeat("df -h", 5000)) + "; rm -rf /opt/app";
        ShellClassifier.Classify("web-1", line, ClassificationContext.Empty).Tier.ShouldBe(RiskTier.DestructiveMutation);
    }

    [Fact]
    public void Targets_AreTheCommandLineWithAndWithoutItsHost()
    {
        var action = ShellClassifier.Classify("web-1", "systemctl   'restart' nginx", ClassificationContext.Empty).Actions.ShouldHaveSingleItem();
        action.Domain.ShouldBe("ssh");
        action.Target.Text.ShouldBe("web-1:systemctl restart nginx");
        action.Target.Spellings.ShouldContain("systemctl restart nginx");
    }

    [Theory]
    [InlineData("x=1")]
    [InlineData("[[ -f /etc/hosts ]]")]
    [InlineData("(( 1 + 1 ))")]
    [InlineData("x=(a b)")]
    public void LineWithoutCommands_IsARead(string line) =>
        ShellClassifier.Classify("web-1", line, ClassificationContext.Empty).Tier.ShouldBe(RiskTier.Read);

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("ls |")]
    [InlineData("ls\0")]
    [InlineData("if true")]
    public void LineThatIsNone_IsRefused(string line) =>
        ShellClassifier.Classify("web-1", line, ClassificationContext.Empty).Problem.ShouldNotBeNull();

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"host\":\"web-1\"}")]
    [InlineData("{\"command\":\"ls\"}")]
    [InlineData("{\"host\":1,\"command\":\"ls\"}")]
    [InlineData("[]")]
    [InlineData("null")]
    public void ArgumentsThatAreNone_AreRefused(string arguments) =>
        new ShellClassifier().Classify("ssh.exec", System.Text.Json.JsonDocument.Parse(arguments).RootElement, ClassificationContext.Empty).Problem.ShouldNotBeNull();

    private static IEnumerable<string> Targets(string line) =>
        ShellClassifier.Classify("web-1", line, ClassificationContext.Empty).Actions.Select(a => a.Target.Text);
}
