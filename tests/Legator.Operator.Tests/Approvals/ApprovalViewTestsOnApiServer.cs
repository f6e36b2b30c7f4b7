using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Approvals;

public sealed class ApprovalViewTestsOnApiServer(RealCluster cluster) : ApprovalViewTests(cluster);
