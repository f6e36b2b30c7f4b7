using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Benchmarks.LocalClusters;

/// <summary>The calls that are measured: agents of 2 KB in one namespace.</summary>
internal sealed class AgentApi(HttpClient http, string space)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public string Collection { get; } = $"/apis/legator.io/v1alpha1/namespaces/{space}/legatoragents";

    /// <summary>Declares the kinds and makes the namespace.</summary>
    public async Task PrepareAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository(), "deploy", "crds"), "*.yaml"))
        {
            await EnsureAsync("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", await File.ReadAllTextAsync(file), "application/yaml");
        }
        await EnsureAsync("/api/v1/namespaces", $$"""{"metadata": {"name": "{{space}}"} }""", "application/json");
        for (var i = 0; i < 100; i++)
        {
            using var answer = await http.GetAsync(Collection + "?limit=1");
            if (answer.IsSuccessStatusCode)
            {
                break;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    public static string Name(int number) => $"agent-{number:00000}";

    public async Task CreateAsync(int number)
    {
        using var answer = await http.PostAsync(Collection, Body(AgentBody.Create(Name(number))));
        await RequireAsync(answer);
    }

    /// <summary>Reads an agent, changes its description and writes it back.</summary>
    public async Task UpdateAsync(int number, int change)
    {
        var address = $"{Collection}/{Name(number)}";
        var agent = (await http.GetFromJsonAsync<JsonObject>(address))!;
        agent["spec"]!["description"] = $"changed for the {change}th time";
        using var answer = await http.PutAsync(address, Body(JsonSerializer.SerializeToUtf8Bytes(agent)));
        await RequireAsync(answer);
    }

    /// <summary>The most frequent write of a fleet: a merge patch of the status.</summary>
    public async Task PatchStatusAsync(int number, int change)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"status": {"phase": "Ready", "runCount": {{change}} } }""");
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"{Collection}/{Name(number)}/status") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/merge-patch+json");
        using var answer = await http.SendAsync(request);
        await RequireAsync(answer);
    }

    public Task GetAsync(int number) => http.GetByteArrayAsync($"{Collection}/{Name(number)}");

    public async Task<int> ListAsync(string query = "") => (await http.GetByteArrayAsync(Collection + query)).Length;

    public async Task DeleteAllAsync()
    {
        using var answer = await http.DeleteAsync(Collection);
        await RequireAsync(answer);
    }

    public async Task<string> ResourceVersionAsync() =>
        (await http.GetFromJsonAsync<JsonObject>(Collection + "?limit=1"))!["metadata"]!["resourceVersion"]!.GetValue<string>();

    private static ByteArrayContent Body(byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = Json;
        return content;
    }

    private async Task EnsureAsync(string path, string body, string mediaType)
    {
        using var answer = await http.PostAsync(path, new StringContent(body, Encoding.UTF8, mediaType));
        if (answer.StatusCode != HttpStatusCode.Conflict)
        {
            await RequireAsync(answer);
        }
    }

    private static async Task RequireAsync(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        await answer.Content.LoadIntoBufferAsync();
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Legator.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("Run from within the repository.");
    }
}
