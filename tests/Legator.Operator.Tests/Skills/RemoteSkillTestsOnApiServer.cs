using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Skills;

public sealed class RemoteSkillTestsOnApiServer(RealCluster cluster) : RemoteSkillTests(cluster);
