namespace Legator.Runner.Tests.Scenarios;

public sealed class ScenarioTestsOnLocalCluster(EmbeddedCluster cluster) : ScenarioTests(cluster), IClassFixture<EmbeddedCluster>;
