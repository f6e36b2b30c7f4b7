using System.Globalization;

namespace Legator.Runner.Tests.Interleavings;

/// <summary>A play of several runners and an Operator, whose every step and mishap is drawn from a seed; then, with no more mishaps, everything has to come to its end.</summary>
internal sealed class Play
{
    private const int Runners = 3;
    private const int LongestEnd = 3000;
    private readonly Random _random;
    private readonly World _world = new();
    private readonly PlayedRunner[] _runners;
    private readonly List<string> _acts = [];
    private int _lives;

    private Play(int seed)
    {
        _random = new Random(seed);
        _runners = [.. Enumerable.Range(0, Runners).Select(_ => Born())];
    }

    /// <summary>Plays so many acts of a seed and then to the end.</summary>
    /// <returns>What must not be; and what was done.</returns>
    public static async Task<(IReadOnlyList<string> Problems, IReadOnlyList<string> Acts)> OfAsync(int seed, int acts)
    {
        var play = new Play(seed);
        for (var act = 0; act < acts; act++)
        {
            await play.ActAsync();
        }

        var problems = await play.EndAsync() ? Verdict.On(play._world).ToList() : [$"After {LongestEnd} more steps without any mishap not every run has ended."];
        return (problems, play._acts);
    }

    private PlayedRunner Born() => new(string.Create(CultureInfo.InvariantCulture, $"r{++_lives}"), _world);

    private async Task ActAsync()
    {
        var runner = _random.Next(Runners);
        switch (_random.Next(100))
        {
            case < 8:
                var (agent, slot) = (_random.Next(2) == 0 ? "one" : "two", _random.Next(3));
                Note($"slot {slot} of {agent} is scheduled");
                _world.Schedule(agent, slot);
                break;
            case < 16:
                Note("unfinished runs are offered");
                await _world.OfferAsync();
                break;
            case < 20:
                _world.Project();
                break;
            case < 22:
                Note("the queue is flushed");
                _world.Flush();
                break;
            case < 27:
                if (_runners.Any(r => r.Turnstile.Place?.StartsWith("change", StringComparison.Ordinal) == true))
                {
                    // Requests arrive at once, or not at all.
                    break;
                }

                var time = TimeSpan.FromSeconds(_random.Next(1, 40));
                Note($"{time.TotalSeconds:0} s pass");
                _world.Advance(time);
                break;
            case < 32:
                Note($"{_runners[runner].Id} dies{Where(runner)}");
                _runners[runner] = Born();
                break;
            case < 34:
                Note($"{_runners[runner].Id} is asked to end");
                _runners[runner].AskToEnd();
                break;
            case < 42:
                await RenewAsync(runner);
                break;
            default:
                await StepAsync(runner, works: _random.Next(100) < 92);
                break;
        }
    }

    /// <summary>A runner that is idle claims what there is; one that is at work does its next step.</summary>
    private async Task StepAsync(int number, bool works)
    {
        var runner = _runners[number];
        if (runner.Turnstile.Place is { } place)
        {
            Note($"{runner.Id}: {place}{(works ? "" : ", and it fails")}");
            await runner.Turnstile.LetOnAsync(works);
        }
        else if (runner.IsEnding)
        {
            _runners[number] = Born();
        }
        else if (await _world.Queue.CountAsync(default) > 0)
        {
            var claim = await _world.Queue.DequeueAsync(default);
            Note($"{runner.Id} claims {claim.Entry.Run.Name}");
            await runner.BeginAsync(claim);
        }
    }

    private async Task RenewAsync(int number)
    {
        try
        {
            await (_runners[number].Claim?.RenewAsync(default) ?? Task.CompletedTask);
        }
        catch (Core.Runs.ClaimLostException)
        {
            Note($"{_runners[number].Id} learns that it has lost its claim");
        }
    }

    private async Task<bool> EndAsync()
    {
        Note("from here on everything works");
        for (var step = 0; step < LongestEnd; step++)
        {
            _world.Project();
            if (_world.IsOver && _runners.All(r => r.Turnstile.Place is null))
            {
                return true;
            }

            if (step % 10 == 0)
            {
                if (!_runners.Any(r => r.Turnstile.Place?.StartsWith("change", StringComparison.Ordinal) == true))
                {
                    _world.Advance(TimeSpan.FromSeconds(5));
                }

                await _world.OfferAsync();
            }

            await RenewAsync(step % Runners);
            await StepAsync(step % Runners, works: true);
        }

        return false;
    }

    private string Where(int runner) => _runners[runner].Turnstile.Place is { } place ? $", about to {place}" : "";

    private void Note(string act) => _acts.Add(act);
}
