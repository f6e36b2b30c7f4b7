using System.Globalization;

namespace Legator.Runner.Tests.Interleavings;

/// <summary>
/// Schedule, offer, claim, append, act, crash, resume, lose the heartbeat, flush, fence: in thousands of orders that are drawn, in fake time, with the real sessions, gate and queue.
/// LEGATOR_INTERLEAVINGS says how many; LEGATOR_INTERLEAVING plays one seed alone.
/// </summary>
public sealed class InterleavingTests
{
    private const int Acts = 120;

    [Fact]
    public async Task Runs_InAnyOrderOfStepsAndMishaps_AreWorkedOnOnceAndEnd()
    {
        var (first, count) = Read("LEGATOR_INTERLEAVING") is { } one ? (one, 1) : (1, Read("LEGATOR_INTERLEAVINGS") ?? 600);
        var bad = new System.Collections.Concurrent.ConcurrentBag<int>();
        await Parallel.ForEachAsync(Enumerable.Range(first, count), async (seed, _) =>
        {
            if ((await Play.OfAsync(seed, Acts)).Problems.Count > 0)
            {
                bad.Add(seed);
            }
        });
        if (!bad.IsEmpty)
        {
            Assert.Fail($"{bad.Count} of {count} seeds. {await ShortestAsync(bad.Min())}");
        }
    }

    /// <summary>The fewest acts of a seed that end badly.</summary>
    private static async Task<string> ShortestAsync(int seed)
    {
        for (var acts = 1; ; acts++)
        {
            var (problems, done) = await Play.OfAsync(seed, acts);
            if (problems.Count > 0 || acts > Acts)
            {
                return string.Create(CultureInfo.InvariantCulture, $"Seed {seed} goes wrong after {acts} acts:\n{string.Join('\n', problems)}\n\n{string.Join('\n', done)}");
            }
        }
    }

    private static int? Read(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null;
}
