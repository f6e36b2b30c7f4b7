using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Skills;

public sealed class RemoteSkillTestsOnLocalCluster(EmbeddedCluster cluster) : RemoteSkillTests(cluster);
