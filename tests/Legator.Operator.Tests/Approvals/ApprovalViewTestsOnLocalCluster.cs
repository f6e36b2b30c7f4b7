using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Approvals;

public sealed class ApprovalViewTestsOnLocalCluster(EmbeddedCluster cluster) : ApprovalViewTests(cluster);
