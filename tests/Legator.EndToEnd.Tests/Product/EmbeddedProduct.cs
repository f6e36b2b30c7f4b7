using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Legator.Core;
using Legator.Core.Api;

namespace Legator.EndToEnd.Tests.Product;

/// <summary>The AppHost as a user starts it, on a folder of its own that outlives its processes.</summary>
internal sealed partial class EmbeddedProduct(params string[] moreOptions) : IAsyncDisposable
{
    private RunningProcess? _process;
    private HttpClient? _api;

    /// <summary>Settings as environment variables.</summary>
    public IReadOnlyDictionary<string, string>? Settings { get; set; }

    public string DataDir { get; } = Directory.CreateTempSubdirectory("legator-e2e-").FullName;

    public string Kubeconfig => Path.Combine(DataDir, "kubeconfig");

    public string Token => File.ReadAllText(Path.Combine(DataDir, "token")).Trim();

    public RunningProcess Process => _process ?? throw new InvalidOperationException("Not started.");

    public HttpClient Api => _api ?? throw new InvalidOperationException("Not started.");

    public string Url { get; private set; } = "";

    public async Task StartAsync()
    {
        _process = RunningProcess.Start(
            ProductBuild.Program("Legator.AppHost"),
            ["--data-dir", DataDir, "--urls", "http://127.0.0.1:0", "--cluster-port", "0", .. moreOptions],
            Settings);
        await Eventually.IsTrueAsync(
            "the banner of the started product", () => ApiLine().IsMatch(_process.Output) || Exited(), TimeSpan.FromSeconds(60));
        Url = ApiLine().Match(_process.Output).Groups[1].Value;
        _api = new HttpClient { BaseAddress = new Uri(Url) };
        _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public Task<T> GetAsync<T>(string path) => Api.GetFromJsonAsync<T>(path, LegatorJson.Options)!;

    public async Task<IReadOnlyList<RunSummary>> RunsAsync(string query = "")
    {
        var runs = new List<RunSummary>();
        string? next = null;
        do
        {
            var page = await GetAsync<RunList>($"{ApiPaths.Runs}?limit=200{query}{(next is null ? "" : "&continue=" + Uri.EscapeDataString(next))}");
            runs.AddRange(page.Runs);
            next = page.Continue;
        }
        while (next is not null);
        return runs;
    }

    public Task KillAsync() => Process.KillAsync();

    public async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        Directory.Delete(DataDir, recursive: true);
    }

    private bool Exited() => _process!.HasExited ? throw new InvalidOperationException($"The product ended at start:\n{_process.Output}") : false;

    [GeneratedRegex(@"API\s+(http://\S+)/api/v1")]
    private static partial Regex ApiLine();
}
