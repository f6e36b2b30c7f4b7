using Legator.Core.Actions;

namespace Legator.Core.Tests.Actions.Classification.Shell.Commands;

public sealed class TierTests
{
    [Theory]
    [InlineData("systemctl restart nginx", "restart")]
    [InlineData("systemctl --no-block try-restart nginx", "try-restart")]
    [InlineData("service nginx reload", "reload")]
    [InlineData("/etc/init.d/nginx stop", "stop")]
    [InlineData("docker restart web", "restart")]
    [InlineData("kill -HUP 1", "kill")]
    [InlineData("pkill nginx", "kill")]
    [InlineData("nginx -s reload", "reload")]
    public void ServiceChange_Judged_IsOneWithItsVerb(string line, string verb)
    {
        var found = ShellLines.Judge(line);

        found.Tier.ShouldBe(RiskTier.ServiceMutation, found.Reason);
        found.Actions.ShouldContain(a => a.Verb == verb);
    }

    [Theory]
    [InlineData("rm /tmp/report.txt")]
    [InlineData("rm -rf ./node_modules")]
    [InlineData("rm /opt/app/old.pem")]
    [InlineData("chmod 600 /etc/ssl/site.key")]
    [InlineData("chmod -R go-w /srv")]
    [InlineData("apt-get remove -y nginx")]
    [InlineData("userdel bob")]
    [InlineData("journalctl --vacuum-time=2d")]
    [InlineData("docker rm -f web")]
    [InlineData("shutdown -r now")]
    [InlineData("find /var/log -name '*.gz' -exec rm {} \\;")]
    [InlineData("echo x > /etc/motd")]
    [InlineData("some-tool --fast")]
    [InlineData("df --no-such-thing-tool | some-tool")]
    public void Destruction_OfWhatCanBeMadeAgain_IsDestructive(string line) =>
        ShellLines.Judge(line).Tier.ShouldBe(RiskTier.DestructiveMutation, ShellLines.Judge(line).Reason);

    [Theory]
    [InlineData("rm -rf /var/lib/mysql")]
    [InlineData("rm -rf /var/lib/../lib/postgresql/15/main/*")]
    [InlineData("find /var/lib/mysql -type f -delete")]
    [InlineData("find / -delete")]
    [InlineData("find /var/lib/postgresql -name '*.wal' -exec rm -f {} +")]
    [InlineData("find /var/lib/mysql -type f -print0 | xargs -0 rm -f")]
    [InlineData("truncate -s 0 /var/lib/mysql/ibdata1")]
    [InlineData("docker volume rm pgdata")]
    [InlineData("docker compose down -v")]
    [InlineData("zfs destroy -r tank/data")]
    [InlineData("lvremove -f vg0/data")]
    [InlineData("kubectl delete pvc data-db-0")]
    [InlineData("helm uninstall postgres -n db")]
    [InlineData("curl -X DELETE http://localhost:9200/orders")]
    public void Destruction_OfData_IsDataMutation(string line) =>
        ShellLines.Judge(line).Tier.ShouldBe(RiskTier.DataMutation, ShellLines.Judge(line).Reason);

    [Fact]
    public void Effect_OfAFile_HasThePathAsItsTarget()
    {
        var found = ShellLines.Judge("cd /etc && cat ./nginx/../hosts");

        found.Actions.ShouldContain(a => a.Verb == "read" && a.Target.Text == "web-1:/etc/hosts" && a.Target.Spellings.Contains("/etc/hosts"));
    }
}
