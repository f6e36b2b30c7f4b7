namespace Legator.Benchmarks.Queues;

/// <summary>What bullmq/bench.mjs measured.</summary>
/// <param name="Single">Jobs a second where each producer adds one at a time.</param>
/// <param name="Bulk">Jobs a second where they are added 256 at a time.</param>
/// <param name="P50">From adding to claiming at the fixed pace, in ms: half stayed within.</param>
/// <param name="P99">The same: 99 of 100 stayed within.</param>
internal sealed record BullResult(double Single, double Bulk, double P50, double P99);
