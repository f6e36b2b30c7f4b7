using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Legator.AppHost.Aspire;

/// <summary>A given cluster, the pods' own in a published chart, or else LocalCluster in a folder of the app host.</summary>
internal static class ClusterAccessModel
{
    private const int Port = 6480;

    public static ClusterAccess AddClusterAccess(this IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            return new ClusterAccess(null, null);
        }

        if (builder.Configuration[Setting.Kubeconfig] is { Length: > 0 } given)
        {
            return new ClusterAccess(Path.GetFullPath(given), null);
        }

        var folder = Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "..", ".legator", "aspire"));
        var kubeconfig = Path.Combine(folder, "kubeconfig");
        builder.Services.AddHealthChecks().AddAsyncCheck(Topology.Cluster.Name, cancellation => CheckAsync(kubeconfig, cancellation));
        var cluster = builder.AddProject<Projects.Legator_LocalCluster>(Topology.Cluster.Name, launchProfileName: null)
            .WithArgs("--data-dir", folder, "--port", Port.ToString(CultureInfo.InvariantCulture))
            .WithHttpsEndpoint(port: Port, name: "https", isProxied: false)
            .WithHealthCheck(Topology.Cluster.Name);
        return new ClusterAccess(kubeconfig, cluster);
    }

    /// <summary>LocalCluster's certificate is its own, so readiness is asked as: the kubeconfig is written and the port accepts.</summary>
    private static async Task<HealthCheckResult> CheckAsync(string kubeconfig, CancellationToken cancellation)
    {
        if (!File.Exists(kubeconfig))
        {
            return HealthCheckResult.Unhealthy("LocalCluster has not written its kubeconfig yet.");
        }

        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            return HealthCheckResult.Healthy();
        }
        catch (SocketException refused)
        {
            return HealthCheckResult.Unhealthy(refused.Message);
        }
    }
}
