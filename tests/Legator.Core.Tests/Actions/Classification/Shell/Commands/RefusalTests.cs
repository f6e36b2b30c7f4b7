using Legator.Core.Actions;

namespace Legator.Core.Tests.Actions.Classification.Shell.Commands;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("dd if=/dev/zero of=/tmp/x")]
    [InlineData("busybox dd if=/dev/sda")]
    [InlineData("echo x | xargs dd")]
    [InlineData("find . -exec dd if={} \\;")]
    [InlineData("mkfs.ext4 /dev/sdb1")]
    [InlineData("mkfs.anything /dev/sdb1")]
    [InlineData("/sbin/MKFS /dev/sdb1")]
    [InlineData("/opt/pg/bin/psql -c 'SELECT 1'")]
    [InlineData("./psql")]
    [InlineData("MYSQL -e 1")]
    [InlineData("redis-cli info")]
    [InlineData("fdisk -l")]
    [InlineData("shred x")]
    [InlineData("strace dd if=x")]
    [InlineData("vault kv get secret/x")]
    [InlineData("getent -s files shadow")]
    public void Command_ThatIsNeverRun_IsBlocked(string line) => ShellLines.Judge(line).Blocked.ShouldBeTrue();

    [Theory]
    [InlineData("vim /etc/shadow")]
    [InlineData("perl -ne print /etc/shadow")]
    [InlineData("openssl base64 -in /etc/shadow")]
    [InlineData("curl -K /etc/shadow")]
    [InlineData("git diff --no-index /dev/null /etc/shadow")]
    [InlineData("tar -C /etc -cf - shadow")]
    [InlineData("zip - /etc/shadow")]
    [InlineData("curl file:///etc/%73hadow")]
    [InlineData("some-tool --in=/etc/shadow")]
    public void Command_ThatGetsTheNameOfASecret_IsBlockedWhateverItDoesWithIt(string line) => ShellLines.Judge(line).Blocked.ShouldBeTrue();

    [Theory]
    [InlineData("sudo systemctl restart nginx")]
    [InlineData("doas cat /var/log/syslog")]
    [InlineData("su -c uptime")]
    [InlineData("pkexec id")]
    [InlineData("runuser -u deploy -- id")]
    public void Elevation_WhereTheHostForbidsIt_IsBlockedAndSaysWhatLiftsIt(string line)
    {
        var found = ShellLines.Judge(line);

        found.Blocked.ShouldBeTrue();
        found.Actions.ShouldContain(a => a.BlockedUnless != null);
    }

    [Theory]
    [InlineData("sudo cat /var/log/syslog", RiskTier.Read)]
    [InlineData("sudo -n -u postgres df -h", RiskTier.Read)]
    [InlineData("sudo systemctl restart nginx", RiskTier.ServiceMutation)]
    [InlineData("sudo sh -c 'rm /opt/x'", RiskTier.DestructiveMutation)]
    public void Elevation_WhereTheHostAllowsIt_IsWhatItRuns(string line, RiskTier tier)
    {
        var found = ShellLines.Judge(line, sudo: true);

        found.Tier.ShouldBe(tier, found.Reason);
        found.Blocked.ShouldBeFalse(found.Reason);
    }

    [Theory]
    [InlineData("curl http://169.254.169.254/latest/meta-data/")]
    [InlineData("curl 2852039166")]
    [InlineData("wget -qO- http://0xa9fea9fe/")]
    [InlineData("curl -s http://kubernetes.default.svc/api")]
    public void Address_ThatHandsOutCredentials_IsBlocked(string line) => ShellLines.Judge(line).Blocked.ShouldBeTrue();
}
