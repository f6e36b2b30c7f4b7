using System.Diagnostics;

namespace Legator.Tests.Waiting;

/// <summary>Waits for a named condition of a real, running part. The only place where tests let time pass.</summary>
internal static class Eventually
{
    /// <summary>Asks again until the answer fits.</summary>
    /// <param name="expectation">What is waited for, in words; stands in the failure.</param>
    /// <param name="ask">Reads the present state.</param>
    /// <param name="fits">Says whether it is the state that is waited for.</param>
    /// <param name="timeout">Default: 30 seconds.</param>
    public static async Task<T> BecomesAsync<T>(string expectation, Func<Task<T>> ask, Func<T, bool> fits, TimeSpan? timeout = null)
    {
        var limit = timeout ?? TimeSpan.FromSeconds(30);
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var actual = await ask();
            if (fits(actual))
            {
                return actual;
            }

            if (watch.Elapsed > limit)
            {
                throw new TimeoutException($"After {limit.TotalSeconds:0} s expected: {expectation}. Last seen: {actual}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Asks again until the answer is true.</summary>
    public static Task IsTrueAsync(string expectation, Func<Task<bool>> ask, TimeSpan? timeout = null) =>
        BecomesAsync(expectation, ask, answer => answer, timeout);

    /// <summary>Asks again until the answer is true.</summary>
    public static Task IsTrueAsync(string expectation, Func<bool> ask, TimeSpan? timeout = null) =>
        BecomesAsync(expectation, () => Task.FromResult(ask()), answer => answer, timeout);
}
