using Legator.Backends.Kubernetes.Dynamic;
using Legator.LocalCluster;

namespace Legator.AppHost.Standalone;

/// <summary>Starts the embedded set in order: cluster, ring, quickstart, banner; and ends it within five seconds.</summary>
internal static class StandaloneHost
{
    public static async Task RunAsync(StandaloneOptions options, TextWriter output, CancellationToken cancellation)
    {
        MakePrivate(options.DataDir);
        await using var cluster = await LocalClusterHost.StartAsync(
            new LocalClusterOptions { DataDirectory = options.DataDir, Port = options.ClusterPort }, cancellation);
        await using var ring = EmbeddedRing.Build(options, cluster.KubeconfigPath);
        await ring.StartAsync(cancellation);

        var url = EmbeddedRing.Address(ring);
        await File.WriteAllTextAsync(options.DataFile("api-url"), url + "\n", cancellation);
        var objects = ring.Services.GetRequiredService<DynamicClient>();
        await new AgentRole(objects).EnsureAsync(cancellation);
        if (options.Quickstart)
        {
            await new Quickstart(objects, url).ApplyOnceAsync(cancellation);
        }

        await Banner.WriteAsync(output, options, url, ring.Services);
        await ring.WaitForShutdownAsync(cancellation);
    }

    /// <summary>The folder holds Secrets, keys and what agents read: it is its owner's alone.</summary>
    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
