namespace Legator.Web.Tests.Hosting;

/// <summary>As <see cref="StartedWeb"/>, over the real API server; on LocalCluster, and then unused, where there is none.</summary>
public sealed class StartedWebOnRealCluster : StartedWeb
{
    protected override Task<string> KubeconfigAsync() =>
        TestCluster.RealKubeconfig is { } real ? Task.FromResult(real) : base.KubeconfigAsync();
}
