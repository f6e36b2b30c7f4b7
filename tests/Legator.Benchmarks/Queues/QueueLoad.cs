namespace Legator.Benchmarks.Queues;

/// <summary>What both queues get to do.</summary>
/// <param name="Jobs">Jobs that go through as fast as they can.</param>
/// <param name="Concurrency">Producers, and takers, in one process.</param>
/// <param name="PerSecond">Jobs a second where latency is measured.</param>
/// <param name="Seconds">For how long.</param>
internal sealed record QueueLoad(int Jobs, int Concurrency, int PerSecond, int Seconds);
