using Legator.Runner.Tests.Tools.Http;

namespace Legator.Runner.Tests.Canary;

/// <summary>Every tool once as it should go and once as it should not. A new tool needs its two lines here.</summary>
internal static class CanaryCalls
{
    /// <summary>A tool that works only by leaving the run until a person has decided; the scenarios of plans show it at work.</summary>
    public const string Suspends = "plan.submit";

    /// <summary>What a run on another cluster does, with the credential of a kubeconfig.</summary>
    public static IReadOnlyList<CanaryCall> Elsewhere(CanarySite site) =>
    [
        new("kubectl.get", true, new { resource = "configmap", name = CanarySite.Planted, @namespace = "demo" }),
        new("kubectl.get", false, new { resource = "configmap", name = site.Secrets["kubeconfig"], @namespace = "demo" }),
        new("kubectl.list", true, new { resource = "pods", @namespace = "demo" }),
        new("kubectl.logs", true, new { name = "talker", @namespace = "demo" }),
        new("kubectl.logs", false, new { name = "none", @namespace = "demo" }),
        new("kubectl.top", true, new { resource = "pods", @namespace = "demo" }),
        new("kubectl.top", false, new { resource = "nodes" }),
        new("kubectl.drain", true, new { name = "node-1" }),
        new("kubectl.drain", false, new { name = "none" }),
        new("kubectl.diff", false, new { manifest = $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: x, namespace: nowhere}}\ndata: {{a: '{site.Secrets["kubeconfig"]}'}}" }),
        new("a2a.fail", true, new { id = CanarySite.TaskThatFails, reason = $"The token {site.Secrets["kubeconfig"]} is refused." }),
    ];

    public static IReadOnlyList<CanaryCall> All(CanarySite site) =>
        [.. Kubernetes(site), .. Http(site), .. Databases(site), .. Hosts(site), .. Clouds(site), .. Agents(site), .. Others(site)];

    private static IEnumerable<CanaryCall> Kubernetes(CanarySite site)
    {
        var map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: made, namespace: demo}\ndata: {a: b}";
        yield return new("kubectl.get", true, new { resource = "configmap", name = CanarySite.Planted, @namespace = "demo" });
        yield return new("kubectl.get", false, new { resource = "secret", name = CanarySite.Planted, @namespace = "demo" });
        yield return new("kubectl.get", false, new { resource = "configmap", name = site.Secrets["bearer"], @namespace = "demo" });
        yield return new("kubectl.list", true, new { resource = "configmaps", @namespace = "demo" });
        yield return new("kubectl.list", false, new { resource = "no-such-kind" });
        yield return new("kubectl.describe", true, new { resource = "configmap", name = CanarySite.Planted, @namespace = "demo" });
        yield return new("kubectl.describe", false, new { resource = "pod", name = "none", @namespace = "demo" });
        yield return new("kubectl.events", true, new { @namespace = "demo" });
        yield return new("kubectl.events", false, new { @for = "nothing like a name", @namespace = "demo" });
        yield return new("kubectl.explain", true, new { resource = "configmap" });
        yield return new("kubectl.explain", false, new { resource = "no-such-kind" });
        yield return new("kubectl.api-resources", true, new { });
        yield return new("kubectl.api-resources", false, new { nothing = site.Secrets["bearer"] });
        yield return new("kubectl.diff", true, new { manifest = map });
        yield return new("kubectl.diff", false, new { manifest = ": no yaml [" });
        yield return new("kubectl.apply", true, new { manifest = map });
        yield return new("kubectl.apply", false, new { manifest = "kind: Nothing" });
        yield return new("kubectl.label", true, new { resource = "deployment", name = "web", @namespace = "demo", labels = new Dictionary<string, string> { ["tier"] = "front" } });
        yield return new("kubectl.label", false, new { resource = "deployment", name = "none", @namespace = "demo", labels = new Dictionary<string, string> { ["tier"] = site.Secrets["api"] } });
        yield return new("kubectl.annotate", true, new { resource = "deployment", name = "web", @namespace = "demo", annotations = new Dictionary<string, string> { ["note"] = "x" } });
        yield return new("kubectl.annotate", false, new { resource = "deployment", name = "none", @namespace = "demo", annotations = new Dictionary<string, string> { ["note"] = site.Secrets["api"] } });
        yield return new("kubectl.patch", true, new { resource = "deployment", name = "web", @namespace = "demo", patch = """{"metadata":{"labels":{"a":"b"}}}""" });
        yield return new("kubectl.patch", false, new { resource = "deployment", name = "web", @namespace = "demo", patch = "{" });
        yield return new("kubectl.rollout", true, new { action = "restart", resource = "deployment", name = "web", @namespace = "demo" });
        yield return new("kubectl.rollout", false, new { action = "restart", resource = "deployment", name = "none", @namespace = "demo" });
        yield return new("kubectl.scale", true, new { resource = "deployment", name = "web", @namespace = "demo", replicas = 2 });
        yield return new("kubectl.scale", false, new { resource = "deployment", name = "none", @namespace = "demo", replicas = 2 });
        yield return new("kubectl.cordon", true, new { name = "node-1" });
        yield return new("kubectl.cordon", false, new { name = "none" });
        yield return new("kubectl.uncordon", true, new { name = "node-1" });
        yield return new("kubectl.uncordon", false, new { name = "none" });
        yield return new("kubectl.delete", true, new { resource = "deployment", name = "old", @namespace = "demo" });
        yield return new("kubectl.delete", false, new { resource = "deployment", name = "none", @namespace = "demo" });
    }

    private static IEnumerable<CanaryCall> Http(CanarySite site)
    {
        foreach (var endpoint in new[] { "bearer", "token", "api", "basic", "kv" })
        {
            yield return new("http.get", true, new { url = $"{site.Url}{endpoint}/status" });
        }

        var elsewhere = EchoSite.Hidden("http://169.254.169.254/latest");
        yield return new("http.get", false, new { url = $"{site.Url}bearer/away?to={elsewhere}" });
        yield return new("http.get", false, new { url = "http://127.0.0.1:9/dead" });
        yield return new("http.head", true, new { url = $"{site.Url}basic/status" });
        yield return new("http.head", false, new { url = "http://127.0.0.1:9/dead" });
        foreach (var tool in new[] { "http.post", "http.put", "http.patch" })
        {
            yield return new(tool, true, new { url = $"{site.Url}bearer/orders/1", body = "{}" });
            yield return new(tool, false, new { url = "http://127.0.0.1:9/dead", body = site.Secrets["bearer"] });
        }

        yield return new("http.delete", true, new { url = $"{site.Url}bearer/x" });
        yield return new("http.delete", false, new { url = "http://127.0.0.1:9/dead" });
        yield return new("http.request", true, new { method = "GET", url = $"{site.Url}token/status", headers = new Dictionary<string, string> { ["X-Note"] = "x" } });
        yield return new("http.request", false, new { method = "GET", url = "http://127.0.0.1:9/dead" });
        yield return new("http.get", false, new { url = $"{site.Url}broken/status" });
    }

    private static IEnumerable<CanaryCall> Databases(CanarySite site)
    {
        yield return new("sql.query", true, new { database = "db", query = "select secret from leaks" });
        yield return new("sql.query", true, new { database = "made-db", query = "select count(*) from items" });
        yield return new("sql.query", false, new { database = "dead-db", query = "select 1" });
        yield return new("sql.query", false, new { database = "db", query = $"select '{site.Secrets["db"]}'::int" });
    }

    private static IEnumerable<CanaryCall> Hosts(CanarySite site)
    {
        yield return new("ssh.exec", true, new { host = "web", command = $"cat {site.LeakFile}" });
        yield return new("ssh.exec", true, new { host = "signed-web", command = "echo in" });
        yield return new("ssh.exec", false, new { host = "wrong-web", command = "uptime" });
        yield return new("ssh.exec", false, new { host = "broken-web", command = "uptime" });
    }

    private static IEnumerable<CanaryCall> Clouds(CanarySite site)
    {
        yield return new("aws.cli", true, new { service = "sts", command = "get-caller-identity" });
        yield return new("aws.cli", false, new { service = "ec2", command = "describe-everything" });
        yield return new("az.cli", true, new { group = "vm", command = "list" });
        yield return new("az.cli", false, new { group = "vm", command = "show", args = $"-g shop -n {site.Secrets["azure"]}" });
    }

    private static IEnumerable<CanaryCall> Agents(CanarySite site)
    {
        yield return new("a2a.check", true, new { id = CanarySite.TaskThatSucceeds });
        yield return new("a2a.check", false, new { id = "none" });
        yield return new("a2a.accept", true, new { id = CanarySite.TaskThatSucceeds });
        yield return new("a2a.accept", false, new { id = CanarySite.TaskThatFails });
        yield return new("a2a.complete", true, new { id = CanarySite.TaskThatSucceeds, result = $"The key is {site.Secrets["api"]}." });
        yield return new("a2a.complete", false, new { id = CanarySite.TaskThatFails, result = "r" });
        yield return new("a2a.fail", false, new { id = "none", reason = "r" });
        yield return new("a2a.delegate", true, new { to = "helper", task = "Look." });
        yield return new("a2a.delegate", false, new { to = "nobody", task = "Look." });
        yield return new("event.publish", true, new { type = "disk.full", severity = "warning", summary = "The disk is full." });
        yield return new("event.publish", false, new { type = "", severity = "warning", summary = "" });
        yield return new("event.list", true, new { });
        yield return new("event.list", false, new { nothing = 1 });
    }

    private static IEnumerable<CanaryCall> Others(CanarySite site)
    {
        yield return new("dns.query", true, new { domain = "shop.test", type = "TXT" });
        yield return new("dns.reverse", true, new { ip = "192.0.2.10" });
        yield return new("dns.query", false, new { domain = "x.test", server = site.Secrets["bearer"] });
        yield return new("dns.query", false, new { domain = "x.test", server = "127.0.0.1:1" });
        yield return new("dns.reverse", false, new { ip = site.Secrets["bearer"] });
        yield return new("state.set", true, new { key = "note", value = $"the key is {site.Secrets["api"]}" });
        yield return new("state.set", false, new { key = new string('k', 5000), value = site.Secrets["api"] });
        yield return new("state.get", true, new { key = "note" });
        yield return new("state.get", false, new { nothing = 1 });
        yield return new("state.delete", true, new { key = "note" });
        yield return new("state.delete", false, new { nothing = 1 });
        yield return new(Suspends, false, new { summary = $"Use {site.Secrets["api"]}.", steps = new[] { new { tool = "state.set", arguments = new { key = "note", value = site.Secrets["bearer"] } } } });
    }
}
