using Legator.Operator.Control;

namespace Legator.Operator.ModelTiers;

/// <summary>What the last look at the providers of each ModelTierConfig found: one condition for each of its tiers.</summary>
internal sealed class ModelReports() : Findings<IReadOnlyList<Aspect>>((before, after) => (before ?? []).SequenceEqual(after ?? []));
