using System.Collections.Concurrent;
using Legator.LocalCluster.Tests.Protocol;

namespace Legator.LocalCluster.Tests.Durability;

/// <summary>Whatever was answered is still there after kill -9.</summary>
public sealed class KillTests : IDisposable
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("legator-kill");

    [Fact]
    public async Task Writes_AnsweredBeforeAKill_SurviveIt()
    {
        ConcurrentDictionary<string, string> answered = [];
        for (int round = 0; round < 3; round++)
        {
            using ClusterProcess cluster = await ClusterProcess.StartAsync(_data.FullName);
            using ApiServer api = new(Path.Combine(_data.FullName, "kubeconfig"));
            Task[] writers = [.. Enumerable.Range(0, 8).Select(w => WriteAsync(api, $"r{round}-w{w}", answered))];
            int wanted = answered.Count + 300;
            await Eventually.IsTrueAsync($"{wanted} writes are answered", () => answered.Count >= wanted);
            cluster.Kill();
            await Task.WhenAll(writers);
        }

        using ClusterProcess last = await ClusterProcess.StartAsync(_data.FullName);
        using ApiServer reader = new(Path.Combine(_data.FullName, "kubeconfig"));
        ApiAnswer stored = await reader.GetAsync(ConfigMaps);
        Dictionary<string, string> found = stored.Body!["items"]!.AsArray().ToDictionary(
            i => i!["metadata"]!["name"]!.ToString(), i => i!["metadata"]!["resourceVersion"]!.ToString());

        answered.Where(a => found.GetValueOrDefault(a.Key) != a.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task DataDirectory_InUse_IsRefusedInPlainWords()
    {
        LocalClusterOptions options = new() { DataDirectory = _data.FullName };
        await using LocalClusterHost first = await LocalClusterHost.StartAsync(options, TestContext.Current.CancellationToken);

        Exception refused = await Should.ThrowAsync<Exception>(() => LocalClusterHost.StartAsync(options, TestContext.Current.CancellationToken));

        refused.Message.ShouldContain("another process already runs a cluster on this directory");
    }

    [Fact]
    public async Task Restart_KeepsPortTokenAndObjects()
    {
        LocalClusterOptions options = new() { DataDirectory = _data.FullName };
        (Uri Address, string Token) before;
        await using (LocalClusterHost first = await LocalClusterHost.StartAsync(options, TestContext.Current.CancellationToken))
        {
            before = (first.BaseAddress, first.Token);
            using ApiServer api = new(first.KubeconfigPath);
            await api.PostAsync(ConfigMaps, """{"metadata":{"name":"kept"}}""");
        }

        await using LocalClusterHost second = await LocalClusterHost.StartAsync(options, TestContext.Current.CancellationToken);
        using ApiServer again = new(second.KubeconfigPath);

        (second.BaseAddress, second.Token).ShouldBe(before);
        (await again.GetAsync(ConfigMaps + "/kept")).Code.ShouldBe(200);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    [Fact]
    public async Task DataDirectory_KeepsSecretsFromOthers()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await using LocalClusterHost host = await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = _data.FullName }, TestContext.Current.CancellationToken);

        foreach (string file in (string[])["token", "kubeconfig", "cluster.db", "cluster.db-wal", "server.key", "service-account.key"])
        {
            File.GetUnixFileMode(Path.Combine(_data.FullName, file)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }

    [Fact]
    public async Task Options_OutOfRange_AreNamed()
    {
        Exception refused = await Should.ThrowAsync<Exception>(() => LocalClusterHost.StartAsync(
            new LocalClusterOptions { DataDirectory = _data.FullName, Port = 70000, Host = "nowhere" }, TestContext.Current.CancellationToken));

        refused.Message.ShouldContain("--port 70000");
        refused.Message.ShouldContain("--host nowhere");
    }

    public void Dispose() => _data.Delete(recursive: true);

    private static async Task WriteAsync(ApiServer api, string prefix, ConcurrentDictionary<string, string> answered)
    {
        try
        {
            for (int i = 0; ; i++)
            {
                ApiAnswer answer = await api.PostAsync(ConfigMaps, $$$"""{"metadata":{"name":"{{{prefix}}}-{{{i}}}"},"data":{"k":"v"}}""");
                if (answer.Code == 201)
                {
                    answered[$"{prefix}-{i}"] = answer.Version;
                }
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed; what it had answered counts.
        }
    }
}
