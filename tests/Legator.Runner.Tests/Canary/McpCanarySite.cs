using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Skills;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tests.Tools.Mcp;
using Legator.Runner.Tests.Tools.Mcp.OAuth;
using Microsoft.AspNetCore.Http;

namespace Legator.Runner.Tests.Canary;

/// <summary>An environment with an MCP server for every way to show a secret to one: a header, a variable of a process, and OAuth with a secret and with a key. Each server says again what it was shown.</summary>
internal sealed class McpCanarySite(McpSite header, Shop secret, Shop signed) : IAsyncDisposable
{
    private readonly string _key = NewKey();

    /// <summary>Calls of the run: tool, and whether it should do what it is asked.</summary>
    public static IReadOnlyList<(string Tool, object Arguments, bool Works)> Calls { get; } =
    [
        ("mcp.header.echo", new { }, true), ("mcp.header.refuse", new { }, false), ("mcp.header.break", new { }, false),
        ("mcp.started.get-env", new { }, true), ("mcp.started.echo", new { message = "well" }, true), ("mcp.started.get-sum", new { a = "no number" }, false),
        ("mcp.secret.echo", new { }, true), ("mcp.signed.echo", new { }, true), ("mcp.signed.none", new { }, false),
    ];

    /// <summary>Every canary that the environment holds, and what the authorization servers gave besides.</summary>
    public IReadOnlyDictionary<string, string> Secrets => new Dictionary<string, string>
    {
        ["header"] = "canary-header-51c0ffee",
        ["started"] = "canary+variable/71aa\"x",
        ["secret"] = "canary-client-secret-90bd",
        ["key"] = _key,
        ["line of the key"] = _key.Split('\n')[1],
        ["given"] = secret.Authority.Given.FirstOrDefault("canary-token-"),
        ["assertion"] = signed.Authority.Asked.FirstOrDefault().Form?.GetValueOrDefault("client_assertion") ?? "canary-none",
    };

    public static async Task<McpCanarySite> StartAsync()
    {
        var header = await McpSite.StartAsync("""{"name":"echo"}""", """{"name":"refuse"}""", """{"name":"break"}""");
        header.Server.Instead = EchoAsync;
        return new McpCanarySite(header, await Shop.OpenAsync(), await Shop.OpenAsync());
    }

    /// <summary>True when the servers were really shown what they should be.</summary>
    public bool WasShown =>
        header.Server.Requests.Any(r => r.Headers["Authorization"].ToString() == $"Bearer {Secrets["header"]}")
        && secret.Authority.Asked.All(a => a.Header.StartsWith("Basic ", StringComparison.Ordinal)) && signed.Authority.Asked.All(a => a.Form.ContainsKey("client_assertion"));

    public IEnumerable<JsonObject> Objects()
    {
        yield return ScenarioCluster.Secret("mcp-model", ("api-key", "canary-mcp-model"));
        yield return ScenarioCluster.Secret("mcp-header", ("token", Secrets["header"]));
        yield return ScenarioCluster.Secret("mcp-started", ("api-key", Secrets["started"]));
        yield return ScenarioCluster.Secret("mcp-secret", ("client-id", "legator"), ("client-secret", Secrets["secret"]));
        yield return ScenarioCluster.Secret("mcp-signed", ("client-id", "legator"), ("private-key", _key));
    }

    public LegatorRun Run(Uri vendor)
    {
        var sheet = "actions:\n" + string.Concat(Calls.Select(c => c.Tool).Distinct().Select((t, i) => $"- {{id: a{i}, tool: {t}, targetPattern: \"*\", tier: read, description: x}}\n"));
        var reading = SkillReader.Read(new SkillRef { Name = "all", Source = "bundled" }, new SkillFiles("---\nname: all\ndescription: d\nversion: 1.0.0\n---\nDo.", sheet));
        reading.Problems.ShouldBeEmpty();
        var snapshot = Models.Snapshot("openai-compatible", vendor);
        snapshot = snapshot with
        {
            Agent = snapshot.Agent with { Spec = snapshot.Agent.Spec with { Guardrails = new GuardrailsSpec { Autonomy = AutonomyLevel.AutomateDestructive, AllowedActions = ["*"], UntrustedInput = UntrustedInput.Allow, MaxIterations = 10 } } },
            Model = snapshot.Model with { Auth = new RunSnapshotAuth(Core.Resources.ModelTiers.ProviderAuthType.ApiKey, new RunSnapshotSecret(null, "mcp-model", "api-key")) },
            Environment = snapshot.Environment with { Spec = Environment() },
            Skills = [RunSnapshotSkill.From(reading.Skill!)],
            Limits = snapshot.Limits with { MaxIterations = 10, TimeoutMs = 300_000 },
        };
        return OrderedRuns.Of("canary", snapshot);
    }

    public async ValueTask DisposeAsync()
    {
        await header.DisposeAsync();
        await secret.DisposeAsync();
        await signed.DisposeAsync();
    }

    private LegatorEnvironmentSpec Environment() => new()
    {
        Credentials = new Dictionary<string, CredentialRef>
        {
            ["header"] = new() { Type = CredentialType.BearerToken, SecretRef = "mcp-header" },
            ["started"] = new() { Type = CredentialType.ApiKey, SecretRef = "mcp-started" },
            ["secret"] = new() { Type = CredentialType.OAuthClient, SecretRef = "mcp-secret" },
            ["signed"] = new() { Type = CredentialType.OAuthClient, SecretRef = "mcp-signed" },
        },
        McpServers = new Dictionary<string, McpServerSpec>
        {
            ["header"] = new() { Endpoint = header.Url, Credential = "header" },
            ["started"] = new() { Command = "node", Args = [EverythingServer.Program, "stdio"], CredentialEnv = new Dictionary<string, string> { ["SHOP_KEY"] = "started" } },
            ["secret"] = new() { Endpoint = secret.Site.Url, Oauth = new McpOAuthSpec { Servers = [secret.Authority.Origin], Credential = "secret" } },
            ["signed"] = new() { Endpoint = signed.Site.Url, Oauth = new McpOAuthSpec { Servers = [signed.Authority.Origin], Credential = "signed" } },
        },
    };

    private static async Task<bool> EchoAsync(HttpContext context, JsonObject request)
    {
        var shown = context.Request.Headers.Authorization.ToString();
        switch ((string?)request["params"]?["name"])
        {
            case "echo":
                await McpEndpoint.AnswerAsync(context, request, new JsonObject { ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = $"You sent {shown}." }) });
                return true;
            case "refuse":
                await context.Response.WriteAsJsonAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = request["id"]!.DeepClone(), ["error"] = new JsonObject { ["code"] = -32000, ["message"] = $"Not with {shown}" } });
                return true;
            case "break":
                context.Response.StatusCode = 500;
                await context.Response.WriteAsync($"Broken by {shown}");
                return true;
            default:
                return false;
        }
    }

    private static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
