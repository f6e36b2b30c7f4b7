using System.Globalization;
using System.Net;
using DnsClient;
using Legator.Backends.Tests.Servers;

namespace Legator.Runner.Tests.Tools.Dns;

/// <summary>BIND, serving one zone of its own on loopback.</summary>
public sealed class NameServer : IAsyncLifetime
{
    private const string Zone = """
        $TTL 300
        @      IN SOA ns1.shop.test. admin.shop.test. 42 3600 600 86400 60
        @      IN NS  ns1.shop.test.
        ns1    IN A   192.0.2.53
        @      IN A   192.0.2.10
        @      IN AAAA 2001:db8::10
        www    IN CNAME shop.test.
        @      IN MX  10 mail.shop.test.
        mail   IN A   192.0.2.25
        @      IN TXT "v=spf1 mx -all"
        xn--mnchen-3ya IN TXT "gr\195\188ezi"
        _sip._tcp IN SRV 5 20 5060 ns1.shop.test.
        @      IN CAA 0 issue "letsencrypt.org"
        """;

    private const string Reverse = """
        $TTL 300
        @      IN SOA ns1.shop.test. admin.shop.test. 1 3600 600 86400 60
        @      IN NS  ns1.shop.test.
        10     IN PTR shop.test.
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("legator-named-");
    private readonly int port = ServerProcess.FreePort();
    private ServerProcess? server;

    private static string? Program => ServerProcess.Find("/usr/sbin/named");

    /// <summary>Where it answers, as <c>Runner:Dns:Nameserver</c> is written.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Program is null, "BIND is not installed: apt-get install bind9.");
        await WriteAsync("shop.zone", Zone);
        await WriteAsync("reverse.zone", Reverse);
        await WriteAsync("named.conf", $$"""
            options { directory "{{folder.FullName}}"; listen-on port {{port}} { 127.0.0.1; }; listen-on-v6 { none; }; pid-file none; recursion no; dnssec-validation no; };
            controls { };
            zone "shop.test" { type primary; file "shop.zone"; };
            zone "2.0.192.in-addr.arpa" { type primary; file "reverse.zone"; };
            """);
        server = ServerProcess.Start(Program!, "-g", "-c", Path.Combine(folder.FullName, "named.conf"));
        await Eventually.IsTrueAsync("BIND answers", async () =>
        {
            try
            {
                var client = new LookupClient(new LookupClientOptions(new IPEndPoint(IPAddress.Loopback, port)) { Timeout = TimeSpan.FromSeconds(1), Retries = 0 });
                return (await client.QueryAsync("shop.test", QueryType.SOA, cancellationToken: TestContext.Current.CancellationToken)).Answers.Count > 0;
            }
            catch (DnsResponseException)
            {
                return false;
            }
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(folder.FullName, file), text.ReplaceLineEndings("\n") + "\n");
}
