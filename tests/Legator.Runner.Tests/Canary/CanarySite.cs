using System.Text;
using System.Text.Json.Nodes;
using Legator.Backends.Tests.Servers;
using Legator.Core.Delegation;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Skills;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tests.Tools.Aws;
using Legator.Runner.Tests.Tools.Azure;
using Legator.Runner.Tests.Tools.Http;
using Legator.Runner.Tests.Tools.Ssh;
using Legator.Tests.VaultStandIn;
using Npgsql;

namespace Legator.Runner.Tests.Canary;

/// <summary>An environment with a credential of every type, each of which holds values that can be told from all others and must never be read anywhere.</summary>
internal sealed class CanarySite(ScenarioCluster cluster, EchoSite echo, SshServer sshd, AwsSite aws, AzureSite azure, CanaryCluster other, VaultServer vault, string folder)
{
    /// <summary>Name of the objects that hold canaries in the cluster itself.</summary>
    public const string Planted = "planted";

    /// <summary>The task that the first run has to answer.</summary>
    public const string TaskThatSucceeds = "task-that-succeeds";

    /// <summary>The task that the second run has to answer.</summary>
    public const string TaskThatFails = "task-that-fails";

    private const string Peer = "agents/peer";

    /// <summary>Every canary by the credential that it stands in.</summary>
    public Dictionary<string, string> Secrets { get; } = new()
    {
        ["model"] = "canary/model+4f1b&key",
        ["bearer"] = "canary-bearer-7d52c0",
        ["token"] = "canary-token<9e>\"31\"",
        ["api"] = "canary-api-key-b86e1a",
        ["basic"] = "canary pass/word+a41f",
        ["kv"] = "canary-kv-0c9d77",
        ["db"] = "canary-db-password-55aa",
        ["passphrase"] = "canary-passphrase-6b6b",
        ["ssh"] = sshd.Key,
        ["aws"] = AwsSite.SecretKey,
        ["azure"] = azure.Fields.Single(f => f.Field == "client-secret").Value,
        ["azure-token"] = AzureSite.Token,
        ["kubeconfig"] = other.Token,
        ["vault"] = vault.Agent.Id,
    };

    public string Url => $"http://127.0.0.1:{echo.Port}/";

    /// <summary>A file on the SSH host that holds the token of another credential.</summary>
    public string LeakFile => Path.Combine(folder, "leak.txt");

    /// <summary>Puts everything where it belongs.</summary>
    public async Task PrepareAsync(string database)
    {
        await File.WriteAllTextAsync(LeakFile, $"token: {Secrets["bearer"]}\nkey line: {Secrets["ssh"].Split('\n')[2]}\n");
        await PostgresServer.ExecuteAsync(database, $"create table items (id int); create table leaks (secret text); insert into leaks values ('{Secrets["db"]}'), ('{Secrets["api"]}')");
        await PostgresServer.ExecuteAsync(database, $"do $$ begin create role passworded; exception when duplicate_object then null; end $$; create role {Reader(database)} login password '{Secrets["db"]}' in role passworded; grant select on leaks to {Reader(database)}");
        await other.FillAsync($"token={Secrets["kubeconfig"]} {Convert.ToBase64String(Encoding.UTF8.GetBytes("x:" + Secrets["basic"]))}");
        vault.Databases.Add("reader", database, "grant select on items to {{name}}; grant passworded to {{name}}", TimeSpan.FromHours(1));
        vault.Ssh.Add("web", sshd.User);
        await sshd.TrustAsync(vault.Ssh.PublicKey);
        vault.Store["apps/shop"] = new JsonObject { ["token"] = Secrets["kv"] };
        await cluster.ApplyAllAsync([.. Objects(new NpgsqlConnectionStringBuilder(database))]);
    }

    /// <summary>A user that has to know the password.</summary>
    private static string Reader(string database) => $"reader_{new NpgsqlConnectionStringBuilder(database).Database}";

    /// <summary>A run that a task has started.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="task">The task.</param>
    /// <param name="environment">Where it works.</param>
    /// <param name="vendor">The model.</param>
    /// <param name="tools">What its skill declares.</param>
    public LegatorRun Run(string name, string task, LegatorEnvironmentSpec environment, Uri vendor, IEnumerable<string> tools)
    {
        var snapshot = Models.Snapshot("openai-compatible", vendor);
        var sheet = "actions:\n" + string.Concat(tools.Select((t, i) => $"- {{id: a{i}, tool: {t}, targetPattern: \"*\", tier: read, description: x}}\n"));
        var reading = SkillReader.Read(new SkillRef { Name = "all", Source = "bundled" }, new SkillFiles("---\nname: all\ndescription: d\nversion: 1.0.0\n---\nDo.", sheet));
        reading.Problems.ShouldBeEmpty();
        snapshot = snapshot with
        {
            Agent = snapshot.Agent with { Spec = snapshot.Agent.Spec with { ServiceAccountName = environment.Connection is null ? "scenarios" : null, Guardrails = new GuardrailsSpec { Autonomy = AutonomyLevel.AutomateDestructive, AllowedActions = ["*"], UntrustedInput = UntrustedInput.Allow, MaxIterations = 30 } } },
            Model = snapshot.Model with { Auth = new RunSnapshotAuth(ProviderAuthType.ApiKey, new RunSnapshotSecret(null, "canary-model", "api-key")) },
            Environment = snapshot.Environment with { Spec = environment },
            Skills = [RunSnapshotSkill.From(reading.Skill!)],
            Delegation = new RunSnapshotDelegation { Event = task, EventType = "a2a.task.general", IsTask = true, From = Peer, Autonomy = AutonomyLevel.AutomateDestructive, Chain = [Peer] },
            Limits = snapshot.Limits with { MaxIterations = 30, TimeoutMs = 120_000 },
        };
        return OrderedRuns.Of(name, snapshot);
    }

    /// <summary>Another cluster, by its kubeconfig.</summary>
    public static LegatorEnvironmentSpec Elsewhere => new()
    {
        Connection = new ConnectionSpec { Kind = ConnectionKind.Kubeconfig, Kubeconfig = new KubeconfigRef { SecretRef = "canary-kubeconfig" } },
        Credentials = new Dictionary<string, CredentialRef> { ["basic"] = Of(CredentialType.BasicAuth, "basic") },
    };

    /// <summary>The agent's own cluster, and a credential of every type.</summary>
    public LegatorEnvironmentSpec Here => new()
    {
        Vault = new VaultConfig { Address = vault.Address, AuthMethod = VaultAuthMethod.Token, TokenSecretRef = "canary-vault" },
        Endpoints = new[] { "bearer", "token", "api", "basic", "kv", "broken" }.ToDictionary(name => name, name => new EndpointSpec { Url = Url + name })
            .Append(new("dead", new EndpointSpec { Url = "http://127.0.0.1:9/dead" })).ToDictionary(),
        McpServers = new Dictionary<string, McpServerSpec> { ["echo"] = new() { Endpoint = Url + "bearer", Credential = "bearer", Timeout = "2s" } },
        Credentials = new Dictionary<string, CredentialRef>
        {
            ["bearer"] = Of(CredentialType.BearerToken, "bearer"),
            ["dead"] = Of(CredentialType.BearerToken, "bearer"),
            ["token"] = Of(CredentialType.Token, "token"),
            ["api"] = Of(CredentialType.ApiKey, "api"),
            ["basic"] = Of(CredentialType.BasicAuth, "basic"),
            ["kv"] = new() { Type = CredentialType.VaultKv, Vault = new() { Mount = "secret", Path = "apps/shop" } },
            ["broken"] = Of(CredentialType.Tls, "broken"),
            ["db"] = Of(CredentialType.BasicAuth, "db"),
            ["dead-db"] = Of(CredentialType.BasicAuth, "dead-db"),
            ["made-db"] = new() { Type = CredentialType.VaultDatabase, SecretRef = "canary-db", Vault = new() { Mount = "database", Role = "reader" } },
            ["web"] = Of(CredentialType.SshKey, "web"),
            ["wrong-web"] = Of(CredentialType.SshKey, "wrong-web"),
            ["broken-web"] = Of(CredentialType.SshKey, "broken-web"),
            ["signed-web"] = new() { Type = CredentialType.VaultSshCa, SecretRef = "canary-web", Vault = new() { Mount = "ssh", Role = "web" } },
            ["aws"] = Of(CredentialType.Aws, "aws"),
            ["azure"] = Of(CredentialType.Azure, "azure"),
        },
    };

    private static CredentialRef Of(CredentialType type, string secret) => new() { Type = type, SecretRef = $"canary-{secret}" };

    private IEnumerable<JsonObject> Objects(NpgsqlConnectionStringBuilder database)
    {
        (string, string)[] host = [("host", "127.0.0.1"), ("port", $"{sshd.Port}"), ("user", sshd.User), ("allow-root", "true"), ("known-hosts", $"[127.0.0.1]:{sshd.Port} {sshd.HostKey}")];
        (string, string)[] db = [("driver", "postgres"), ("database", database.Database!), ("username", Reader(database.ConnectionString)), ("password", Secrets["db"])];
        yield return Secret("model", ("api-key", Secrets["model"]));
        yield return Secret("vault", ("token", Secrets["vault"]));
        yield return Secret("bearer", ("token", Secrets["bearer"]));
        yield return Secret("token", ("token", Secrets["token"]));
        yield return Secret("api", ("api-key", Secrets["api"]));
        yield return Secret("basic", ("username", "ann"), ("password", Secrets["basic"]));
        yield return Secret("broken", ("tls.crt", "no certificate"), ("tls.key", Secrets["passphrase"]));
        yield return Secret("db", [.. db, ("host", "127.0.0.1"), ("port", $"{database.Port}")]);
        yield return Secret("dead-db", [.. db, ("host", "127.0.0.1"), ("port", "9")]);
        yield return Secret("web", [.. host, ("private-key", Secrets["ssh"])]);
        yield return Secret("wrong-web", [.. host, ("private-key", sshd.StrangersKey), ("password", Secrets["passphrase"])]);
        yield return Secret("broken-web", [.. host, ("private-key", "-----BEGIN OPENSSH PRIVATE KEY-----\nbm90IGEga2V5\n-----END OPENSSH PRIVATE KEY-----"), ("passphrase", Secrets["passphrase"])]);
        yield return Secret("aws", ("aws-access-key-id", AwsSite.KeyId), ("aws-secret-access-key", Secrets["aws"]), ("region", "eu-central-1"), ("endpoint", aws.Address.AbsoluteUri));
        yield return Secret("azure", [.. azure.Fields]);
        yield return Secret("kubeconfig", ("kubeconfig", other.Kubeconfig));
        foreach (var task in new[] { TaskThatSucceeds, TaskThatFails })
        {
            var given = ScenarioCluster.Reference("legator.io/v1alpha1", "AgentEvent", "agents", task);
            given["spec"] = JsonNode.Parse("""{"sourceAgent":"peer","eventType":"a2a.task.general","severity":"info","summary":"Look.","targetAgent":"hello"}""");
            given["metadata"]!["labels"] = new JsonObject { [LegatorApi.EventTypeLabel] = AgentTasks.TaskLabel, [LegatorApi.SourceAgentLabel] = "peer", [LegatorApi.TargetAgentLabel] = "hello" };
            yield return given;
        }

        yield return InDemo("v1", "ConfigMap", Planted, "data", new JsonObject { ["note"] = $"key={Secrets["api"]}", ["more"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"ann:{Secrets["basic"]}")) });
        yield return InDemo("v1", "Secret", Planted, "stringData", new JsonObject { ["note"] = Secrets["api"] });
        yield return InDemo("apps/v1", "Deployment", "web", "spec", Deployment("web"));
        yield return InDemo("apps/v1", "Deployment", "old", "spec", Deployment("old"));
        var helper = ScenarioCluster.Reference("legator.io/v1alpha1", "LegatorAgent", "agents", "helper");
        helper["spec"] = JsonNode.Parse("""{"description":"Helps.","schedule":{},"model":{"tier":"standard"},"skills":[{"name":"s","source":"configmap://s"}],"environmentRef":"lab","guardrails":{"autonomy":"observe"}}""");
        yield return helper;
        yield return new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Node", ["metadata"] = new JsonObject { ["name"] = "node-1" } };
    }

    private static JsonObject Secret(string name, params (string Field, string Value)[] fields) => ScenarioCluster.Secret($"canary-{name}", fields);

    private static JsonObject InDemo(string apiVersion, string kind, string name, string field, JsonObject content)
    {
        var made = ScenarioCluster.Reference(apiVersion, kind, "demo", name);
        made[field] = content;
        return made;
    }

    private static JsonObject Deployment(string name) => (JsonObject)JsonNode.Parse(
        $$$$$"""{"replicas":1,"selector":{"matchLabels":{"app":"{{{{{name}}}}}"}},"template":{"metadata":{"labels":{"app":"{{{{{name}}}}}"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}""")!;
}
