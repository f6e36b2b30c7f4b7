using Legator.Backends.Tests.Servers;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;

namespace Legator.Runner.Tests.Tools.Sql;

public sealed class SqlTlsTests(Cluster cluster, TlsDatabases databases, PostgresServer postgres, MariaDbServer mariaDb) : IClassFixture<Cluster>, IClassFixture<TlsDatabases>
{
    private const string PostgresSecured = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";
    private const string MariaDbSecured = "show session status like 'Ssl_version'";

    private readonly ToolGate _gate = Gates.Create(cluster);

    [Theory]
    [InlineData("disable", "localhost", "none", false)]
    [InlineData("prefer", "localhost", "none", true)]
    [InlineData("require", "127.0.0.1", "none", true)]
    [InlineData("require", "127.0.0.1", "other", true)]
    [InlineData("verify-ca", "127.0.0.1", "own", true)]
    [InlineData("verify-full", "localhost", "own", true)]
    public async Task Mode_ThatTheServerFulfils_Connects(string mode, string host, string authority, bool secured)
    {
        (await _gate.AskAsync(Postgres(mode, host, authority), PostgresSecured)).Text.ShouldStartWith($"ssl\n{(secured ? "t" : "f")}\n");
        var my = await _gate.AskAsync(MariaDb(mode, host, authority), MariaDbSecured);
        my.Text.Contains("TLSv1").ShouldBe(secured, my.Text);
    }

    [Theory]
    [InlineData("verify-full", "127.0.0.1", "own")]
    [InlineData("verify-full", "localhost", "other")]
    [InlineData("verify-full", "localhost", "none")]
    [InlineData("verify-ca", "localhost", "other")]
    [InlineData("verify-ca", "localhost", "none")]
    public async Task Mode_ThatTheServersCertificateDoesNotFulfil_IsRefused(string mode, string host, string authority)
    {
        foreach (var fields in new[] { Postgres(mode, host, authority), MariaDb(mode, host, authority) })
        {
            var result = await _gate.AskAsync(fields, "select 1");
            result.Succeeded.ShouldBeFalse(result.Text);
            result.Text.ShouldContain("certificate");
        }
    }

    [Theory]
    [InlineData("require")]
    [InlineData("verify-ca")]
    [InlineData("verify-full")]
    public async Task Server_WithoutTls_IsRefusedWhereTlsIsDemanded(string mode)
    {
        await using var connection = await mariaDb.ConnectAsync();
        foreach (var fields in new[] { SqlSite.Postgres(await postgres.NewDatabaseAsync()), SqlSite.MariaDb(connection.ConnectionString, "mysql") })
        {
            (await _gate.AskAsync(new(fields) { ["sslmode"] = mode }, "select 1")).Succeeded.ShouldBeFalse();
            (await _gate.AskAsync(new(fields) { ["sslmode"] = "prefer" }, "select 1")).Succeeded.ShouldBeTrue();
        }
    }

    private Dictionary<string, string> Postgres(string mode, string host, string authority) => With(SqlSite.Postgres($"Host={host};Port={databases.PostgresPort};Username=postgres;Database=postgres"), mode, authority);

    private Dictionary<string, string> MariaDb(string mode, string host, string authority) => With(SqlSite.MariaDb($"Server={host};Port={databases.MariaDbPort};User ID=root", "mysql"), mode, authority);

    private Dictionary<string, string> With(Dictionary<string, string> fields, string mode, string authority)
    {
        fields["sslmode"] = mode;
        if (authority != "none")
        {
            fields["ca.crt"] = authority == "own" ? databases.Authority : databases.OtherAuthority;
        }

        return fields;
    }
}
