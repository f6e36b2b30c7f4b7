namespace Legator.EndToEnd.Tests.Soak;

/// <summary>What a process held at a moment.</summary>
/// <param name="At">Since the soak began.</param>
/// <param name="Runs">Runs that were over.</param>
/// <param name="Drops">Connections to the cluster that had been cut.</param>
/// <param name="Heap">Bytes of the heap after a full collection.</param>
/// <param name="Resident">Resident bytes of the process.</param>
internal sealed record HeapSample(TimeSpan At, int Runs, int Drops, double Heap, double Resident);
