using Legator.Core.Api;

namespace Legator.Core.RunLists;

/// <summary>One line of the list of runs, and the version of the LegatorRun that it was made of.</summary>
/// <param name="Summary">The line.</param>
/// <param name="Version">Resource version of the LegatorRun.</param>
public sealed record RunListRow(RunSummary Summary, string Version);
