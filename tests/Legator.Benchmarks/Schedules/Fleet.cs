using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Benchmarks.LocalClusters;

namespace Legator.Benchmarks.Schedules;

/// <summary>Agents that are all due in one second.</summary>
internal sealed class Fleet(HttpClient http)
{
    public const int Namespaces = 10;
    private const string Api = "/apis/legator.io/v1alpha1";

    public static string Space(int number) => string.Create(CultureInfo.InvariantCulture, $"fleet-{number % Namespaces}");

    public async Task PrepareAsync()
    {
        await new AgentApi(http, Space(0)).PrepareAsync();
        await PostAsync($"{Api}/modeltierconfigs", new { apiVersion = "legator.io/v1alpha1", kind = "ModelTierConfig", metadata = new { name = "default" }, spec = new { tiers = new[] { new { tier = "fast", provider = "scripted", model = "rehearsal" } } } });
        for (var i = 0; i < Namespaces; i++)
        {
            await PostAsync("/api/v1/namespaces", new { apiVersion = "v1", kind = "Namespace", metadata = new { name = Space(i) } });
            await PostAsync($"{Api}/namespaces/{Space(i)}/legatorenvironments", new { apiVersion = "legator.io/v1alpha1", kind = "LegatorEnvironment", metadata = new { name = "local" }, spec = new { connection = new { kind = "in-cluster" } } });
        }
    }

    public Task<Sample> CreateAsync(int agents, DateTimeOffset due) => Sample.RunAsync(agents, 64, i => PostAsync($"{Api}/namespaces/{Space(i)}/legatoragents", new
    {
        apiVersion = "legator.io/v1alpha1",
        kind = "LegatorAgent",
        metadata = new { name = AgentApi.Name(i) },
        spec = new
        {
            description = "One of many",
            schedule = new { cron = string.Create(CultureInfo.InvariantCulture, $"{due.Minute} {due.Hour} * * *"), jitter = "0s" },
            model = new { tier = "fast" },
            skills = new[] { new { name = "hello-world", source = "bundled" } },
            guardrails = new { autonomy = "observe" },
            environmentRef = "local",
        },
    }));

    /// <summary>How many agents know when they run next, and the first condition Ready that says no.</summary>
    public async Task<(int Ready, string? Problem)> ReadyAsync()
    {
        var (ready, problem) = (0, (string?)null);
        for (var i = 0; i < Namespaces; i++)
        {
            var list = (await http.GetFromJsonAsync<JsonObject>($"{Api}/namespaces/{Space(i)}/legatoragents"))!["items"]!.AsArray();
            ready += list.Count(agent => (string?)agent!["status"]?["phase"] == "Ready");
            problem ??= list.FirstOrDefault(agent => (string?)agent!["status"]?["phase"] is not (null or "Ready"))?["status"]!["conditions"]!.ToJsonString();
        }

        return (ready, problem);
    }

    /// <summary>Names of all runs that were made.</summary>
    public async Task<List<string>> RunsAsync()
    {
        var names = new List<string>();
        for (var i = 0; i < Namespaces; i++)
        {
            var list = (await http.GetFromJsonAsync<JsonObject>($"{Api}/namespaces/{Space(i)}/legatorruns"))!["items"]!.AsArray();
            names.AddRange(list.Select(run => $"{Space(i)}/{run!["spec"]!["agentRef"]}"));
        }

        return names;
    }

    /// <summary>A run as the Operator made it, to be made again under other names.</summary>
    public async Task<JsonObject> SampleRunAsync()
    {
        var run = (await http.GetFromJsonAsync<JsonObject>($"{Api}/namespaces/{Space(0)}/legatorruns?limit=1"))!["items"]![0]!.DeepClone().AsObject();
        run.Remove("status");
        run["metadata"] = new JsonObject { ["labels"] = run["metadata"]!["labels"]!.DeepClone() };
        return run;
    }

    public async Task MakeRunAsync(string space, string body)
    {
        using var answer = await http.PostAsync($"{Api}/namespaces/{space}/legatorruns", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await http.PostAsync(path, new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json"));
        if (!answer.IsSuccessStatusCode && answer.StatusCode != System.Net.HttpStatusCode.Conflict)
        {
            throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
