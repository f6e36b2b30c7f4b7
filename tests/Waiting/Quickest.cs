using System.Diagnostics;

namespace Legator.Tests.Waiting;

/// <summary>Holds a bound on time whatever else the machine is doing: the quickest of a few rounds counts.</summary>
internal static class Quickest
{
    private const int Rounds = 5;

    public static void ShouldTakeLessThan(TimeSpan limit, Action work, string what = "")
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < Rounds && best >= limit; i++)
        {
            var clock = Stopwatch.StartNew();
            work();
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }

        best.ShouldBeLessThan(limit, what);
    }
}
