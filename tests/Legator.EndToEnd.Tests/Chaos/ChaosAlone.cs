namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>A storm is no company for other tests: what stands in it runs when nothing else does.</summary>
[CollectionDefinition(nameof(ChaosAlone), DisableParallelization = true)]
public sealed class ChaosAlone;
