using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;

namespace Legator.Runner.Providers;

/// <summary>Where a run's model is asked.</summary>
internal static class ModelEndpoint
{
    /// <exception cref="ModelUnusableException">What is written is no address, or none is written and there is no public one.</exception>
    public static Uri Of(RunSnapshotModel model) => ModelAddress.Of(model.Provider, model.Endpoint, out var problem)
        ?? throw new ModelUnusableException($"endpoint of tier '{model.TierName}': {problem}.");
}
