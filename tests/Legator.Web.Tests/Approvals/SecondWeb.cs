using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Approvals;

/// <summary>Another web over the same journal and cluster, as somebody else in the cluster.</summary>
internal sealed class SecondWeb(StartedWeb first, string kubeconfig) : StartedWeb
{
    public override string JournalPath => first.JournalPath;

    protected override Task<string> KubeconfigAsync() => Task.FromResult(kubeconfig);

    protected override Task PrepareAsync() => Task.CompletedTask;
}
