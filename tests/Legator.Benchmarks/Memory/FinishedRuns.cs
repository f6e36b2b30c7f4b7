using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Legator.Benchmarks.LocalClusters;
using Legator.Benchmarks.Schedules;

namespace Legator.Benchmarks.Memory;

/// <summary>Runs that are over, as the cluster keeps them: with what was frozen for them, and what came of them.</summary>
internal sealed class FinishedRuns(HttpClient http, int agents)
{
    private const string Api = "/apis/legator.io/v1alpha1";

    public async Task MakeAsync(int number)
    {
        var (agent, at) = (number % agents, DateTimeOffset.UtcNow.AddMinutes(-number / agents));
        var (space, name) = (Fleet.Space(agent), string.Create(CultureInfo.InvariantCulture, $"{AgentApi.Name(agent)}-{at.ToUnixTimeSeconds()}-{number:x}"));
        await SendAsync(HttpMethod.Post, $"{Api}/namespaces/{space}/legatorruns", "application/json", new
        {
            apiVersion = "legator.io/v1alpha1",
            kind = "LegatorRun",
            metadata = new { name, labels = new Dictionary<string, string> { ["legator.io/agent"] = AgentApi.Name(agent), ["legator.io/trigger"] = "scheduled" } },
            spec = new { agentRef = AgentApi.Name(agent), environmentRef = "local", trigger = "scheduled", slot = at, modelUsed = "scripted/rehearsal", snapshot = new { agent = new string('a', 4000) } },
        });
        await SendAsync(HttpMethod.Patch, $"{Api}/namespaces/{space}/legatorruns/{name}/status", "application/merge-patch+json", new
        {
            status = new
            {
                phase = "Succeeded",
                startTime = at,
                completionTime = at.AddSeconds(39),
                report = new string('r', 2000),
                message = "The report is written.",
                usage = new { totalTokens = 18_250, iterations = 9 },
            },
        });
    }

    private async Task SendAsync(HttpMethod method, string path, string type, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
