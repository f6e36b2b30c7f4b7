using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using k8s;

namespace Legator.Benchmarks.LocalClusters;

/// <summary>A server under measurement, and a client for it.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private readonly Process? process;
    private readonly DirectoryInfo? data;

    private BenchmarkServer(string name, string kubeconfig, Process? process, DirectoryInfo? data)
    {
        Name = name;
        this.process = process;
        this.data = data;
        Kubeconfig = kubeconfig;
        Http = Connect(kubeconfig);
    }

    public string Kubeconfig { get; }

    public string Name { get; }

    public HttpClient Http { get; }

    /// <summary>Resident memory of the process in MB; null where it is not ours.</summary>
    public double? MemoryMegabytes
    {
        get
        {
            process?.Refresh();
            return process?.WorkingSet64 / 1e6;
        }
    }

    public static BenchmarkServer FromKubeconfig(string name, string kubeconfig) => new(name, kubeconfig, null, null);

    /// <summary>LocalCluster as people start it: a process of its own, its data on disk.</summary>
    public static async Task<BenchmarkServer> StartLocalClusterAsync()
    {
        var data = Directory.CreateTempSubdirectory("legator-benchmark");
        var program = Path.Combine(AppContext.BaseDirectory, "Legator.LocalCluster.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--data-dir", data.FullName, "--port", "0"]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("kubeconfig", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new BenchmarkServer("LocalCluster", Path.Combine(data.FullName, "kubeconfig"), process, data);
            }
        }
        throw new InvalidOperationException("LocalCluster ended before it served.");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        data?.Delete(recursive: true);
    }

    private static HttpClient Connect(string kubeconfig)
    {
        var config = KubernetesClientConfiguration.BuildConfigFromConfigFile(kubeconfig);
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 256, EnableMultipleHttp2Connections = true };
        var roots = config.SslCaCerts;
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || Trusts(roots, certificate);
        if (config.ClientCertificateData is { } certificate)
        {
            using var pair = X509Certificate2.CreateFromPem(Text(certificate), Text(config.ClientCertificateKeyData));
            handler.SslOptions.ClientCertificates = [X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null)];
        }
        var http = new HttpClient(handler) { BaseAddress = new Uri(config.Host), Timeout = TimeSpan.FromMinutes(2) };
        if (config.AccessToken is { Length: > 0 } token)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        return http;
    }

    private static string Text(string base64) => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private static bool Trusts(X509Certificate2Collection? roots, X509Certificate? certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots ?? []);
        return certificate is X509Certificate2 server && chain.Build(server);
    }
}
