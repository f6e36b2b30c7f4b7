namespace Legator.Core.RunLists;

/// <summary>A place in the list: the sort key of a run. Runs of the same time are in the reverse order of their names, then of their namespaces.</summary>
/// <param name="Time">When the run was asked for.</param>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its namespace.</param>
public sealed record RunListPlace(DateTimeOffset Time, string Name, string Namespace);
