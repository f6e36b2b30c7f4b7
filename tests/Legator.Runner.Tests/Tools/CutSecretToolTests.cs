using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Tests.Servers;
using Legator.Core.Actions;
using Legator.Core.Redaction;
using Legator.Core.Resources.Environments;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Tools.Aws;
using Legator.Runner.Tests.Tools.Azure;
using Legator.Runner.Tests.Tools.Http;
using Legator.Runner.Tests.Tools.Sql;
using Legator.Runner.Tests.Tools.Ssh;
using Microsoft.AspNetCore.Http;

namespace Legator.Runner.Tests.Tools;

/// <summary>Real servers answer with a secret that lies across the place where a tool cuts: whatever its spelling, nothing of it that could be recognised is told.</summary>
public sealed class CutSecretToolTests(Cluster cluster, SshServer sshd, AwsSite aws, PostgresServer postgres) : IClassFixture<Cluster>, IClassFixture<SshServer>, IClassFixture<AwsSite>
{
    private const string Secret = "c4n\"ry/S3cret+\\value <of> 37 signs & more";
    private static int _objects;

    private readonly ToolGate _gate = Gates.Create(cluster);

    public static IReadOnlyList<string> Spellings { get; } =
    [
        Secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Secret)), Uri.EscapeDataString(Secret),
        JsonSerializer.Serialize(Secret)[1..^1], string.Join('\n', Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)).Chunk(20).Select(line => new string(line))),
    ];

    [Fact]
    public async Task Http_Body()
    {
        var body = "";
        await using var site = await PlainSite.StartAsync(async context =>
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync(body[..(body.Length / 2)]);
            await context.Response.Body.FlushAsync();
            await context.Response.WriteAsync(body[(body.Length / 2)..]);
        });
        foreach (var limit in new[] { 8192, 10_240 })
        {
            await TryAllAsync(limit, text =>
            {
                body = text;
                return _gate.RunAsync("http.get", new { url = site.Address.AbsoluteUri }, Scope(new Credential("site", CredentialType.BearerToken, ("token", Secret))) with { Environment = new() { Endpoints = new Dictionary<string, Uri> { ["site"] = site.Address } } });
            });
        }
    }

    [Fact]
    public async Task Ssh_OutputAndErrors()
    {
        await using var resources = new RunResources();
        using var folder = new TemporaryDirectory("texts");
        var file = folder.File("text");
        var host = new SecretCredential("web", CredentialType.SshKey, new Dictionary<string, string>
        {
            ["host"] = "127.0.0.1", ["port"] = $"{sshd.Port}", ["user"] = sshd.User, ["allow-root"] = "true", ["private-key"] = sshd.Key, ["known-hosts"] = $"[127.0.0.1]:{sshd.Port} {sshd.HostKey}",
        });
        foreach (var command in new[] { $"cat {file}", $"cat {file} >&2" })
        {
            await TryAllAsync(8192, async text =>
            {
                await File.WriteAllTextAsync(file, text);
                return await _gate.RunAsync("ssh.exec", new { host = "web", command }, Scope(host) with { Resources = resources });
            });
        }
    }

    [Fact]
    public async Task Sql_CellAndRow()
    {
        var connection = await postgres.NewDatabaseAsync();
        await PostgresServer.ExecuteAsync(connection, "create table texts (id int, said text)");
        foreach (var limit in new[] { 2048, 8192 })
        {
            await TryAllAsync(limit, async text =>
            {
                var id = Interlocked.Increment(ref _objects);
                var hex = Convert.ToHexString(Encoding.UTF8.GetBytes(text));
                await PostgresServer.ExecuteAsync(connection, $"insert into texts values ({id}, convert_from('\\x{hex}'::bytea, 'UTF8'))");
                var rows = limit == 2048 ? "said" : "unnest(regexp_split_to_array(said, '\\.'))";
                return await _gate.RunAsync("sql.query", new { database = "db", query = $"select {rows} from texts where id = {id}" }, Scope(new SecretCredential("db", CredentialType.BasicAuth, SqlSite.Postgres(connection))));
            });
        }
    }

    [Fact]
    public async Task Kubernetes_ObjectAndLog()
    {
        await TryAllAsync(8192, async text =>
        {
            var name = $"cut-{Interlocked.Increment(ref _objects)}";
            await cluster.AddAsync("configmaps", "demo", new JsonObject { ["apiVersion"] = "v1", ["kind"] = "ConfigMap", ["metadata"] = new JsonObject { ["name"] = name }, ["data"] = new JsonObject { ["said"] = text } }.ToJsonString());
            return await _gate.RunAsync("kubectl.get", new { resource = "configmap", name, @namespace = "demo" }, Scope());
        });
        await TryAllAsync(65_536, async text =>
        {
            var name = $"log-{Interlocked.Increment(ref _objects)}";
            var tail = text[^(text.Length / 4)..];
            await cluster.AddAsync("pods", "demo", new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Pod", ["metadata"] = new JsonObject { ["name"] = name, ["annotations"] = new JsonObject { ["local.legator.io/log"] = tail } }, ["spec"] = JsonNode.Parse("""{"containers":[{"name":"c","image":"i"}]}""") }.ToJsonString());
            return await _gate.RunAsync("kubectl.logs", new { name, @namespace = "demo" }, Scope());
        });
    }

    [Fact]
    public async Task Clouds_AnswersAndErrors()
    {
        await using var azure = await AzureSite.StartAsync();
        var scope = Scope(
            new Credential("aws", CredentialType.Aws, ("aws-access-key-id", AwsSite.KeyId), ("aws-secret-access-key", AwsSite.SecretKey), ("region", "eu-central-1"), ("endpoint", aws.Address.AbsoluteUri)),
            new Credential("azure", CredentialType.Azure, [.. azure.Fields]));
        foreach (var (limit, status) in new[] { (600, 400), (8192, 200) })
        {
            await TryAllAsync(limit, text =>
            {
                aws.Answer = _ => (status, "application/json", new JsonObject { ["message"] = text }.ToJsonString());
                return _gate.RunAsync("aws.cli", new { service = "logs", command = "describe-log-groups" }, scope);
            });
            await TryAllAsync(limit, text =>
            {
                azure.Answer = _ => (status, new JsonObject { ["error"] = new JsonObject { ["code"] = "Bad", ["message"] = text } }.ToJsonString());
                return _gate.RunAsync("az.cli", new { group = "vm", command = "list" }, scope);
            });
        }
    }

    private static RunScope Scope(params ICredentialHandle[] credentials) => Gates.Scope() with
    {
        Redactor = Redactor.Default.With([Secret]),
        Credentials = credentials.ToDictionary(c => c.Name),
    };

    /// <summary>Puts every spelling across the limit, with few characters before it and with nearly all.</summary>
    private static async Task TryAllAsync(int limit, Func<string, Task<ToolResult>> answer)
    {
        foreach (var spelling in Spellings)
        {
            foreach (var before in new[] { 9, spelling.Length - 1 })
            {
                var padding = string.Concat(Enumerable.Repeat("lorem. ", limit / 7)).PadRight(limit - before, '.')[..(limit - before)];
                var told = (await answer($"{padding}{spelling} {string.Concat(Enumerable.Repeat("ipsum\n", 1 + (limit / 3)))}")).Text;
                Pieces(spelling).Where(piece => Plain(told).Contains(piece, StringComparison.Ordinal)).ShouldBeEmpty($"{spelling}, {before} characters before {limit}");
            }
        }
    }

    private static IEnumerable<string> Pieces(string spelling) => Enumerable.Range(0, Plain(spelling).Length - 7).Select(at => Plain(spelling).Substring(at, 8));

    private static string Plain(string text) => text.Replace("\n", "", StringComparison.Ordinal).Replace("\\n", "", StringComparison.Ordinal);
}
