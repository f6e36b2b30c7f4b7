using Legator.Runner.Tests.Tools;

namespace Legator.Runner.Tests.Clusters;

/// <summary>A second embedded cluster, with a namespace that the first does not have.</summary>
public sealed class OtherCluster : Cluster
{
    public override string Demo => "elsewhere";
}
