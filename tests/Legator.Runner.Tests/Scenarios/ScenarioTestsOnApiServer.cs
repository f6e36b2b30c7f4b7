namespace Legator.Runner.Tests.Scenarios;

public sealed class ScenarioTestsOnApiServer(RealCluster cluster) : ScenarioTests(cluster), IClassFixture<RealCluster>;
