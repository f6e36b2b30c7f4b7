using Legator.Core.Resources.Runs;
using Legator.Core.Runs;

namespace Legator.Operator.Projection;

/// <summary>A run that is being projected: what its journal says so far, and what of that is written.</summary>
/// <param name="Projection">The fold of the journal as far as it was read.</param>
/// <param name="Written">The status as the API has it; null for none.</param>
/// <param name="Version">The version of the LegatorRun that <paramref name="Written"/> is of.</param>
/// <param name="WrittenAt">When it was last written; null for not by this process.</param>
internal sealed record ProjectedRun(RunProjection Projection, LegatorRunStatus? Written, string? Version, long? WrittenAt);
