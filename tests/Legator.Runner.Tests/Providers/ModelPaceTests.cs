using Legator.Runner.Providers.Pace;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Runner.Tests.Providers;

public sealed class ModelPaceTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ModelPace _pace;

    public ModelPaceTests() => _pace = new ModelPace(_time);

    public void Dispose() => _pace.Dispose();

    [Fact]
    public void Enter_NobodyComplained_NeverWaits() =>
        Enumerable.Range(0, 200).Select(_ => _pace.EnterAsync(default)).ShouldAllBe(turn => turn.IsCompletedSuccessfully);

    [Fact]
    public async Task Enter_AfterARefusal_WaitsForItsTimeAndThenGoesByHalves()
    {
        await EnterAsync(8);
        Leave(8, TimeSpan.FromSeconds(10));
        var waiting = Enumerable.Range(0, 8).Select(_ => _pace.EnterAsync(default)).ToList();

        _time.Advance(TimeSpan.FromSeconds(9.9));
        waiting.ShouldAllBe(turn => !turn.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        await Eventually.IsTrueAsync("half of them ask", () => waiting.Count(turn => turn.IsCompleted) == 4);
        _pace.Waiting.ShouldBe(4);
    }

    [Fact]
    public async Task Leave_WithAnAnswer_LetsOneMoreAskThanBefore()
    {
        await EnterAsync(2);
        Leave(2, TimeSpan.Zero);
        await EnterAsync(1);
        var (second, third) = (_pace.EnterAsync(default), _pace.EnterAsync(default));
        (second.IsCompleted, third.IsCompleted).ShouldBe((false, false));

        Leave(1, null);

        await Task.WhenAll(second, third);
    }

    [Fact]
    public async Task Enter_GivenUp_TakesNobodysTurn()
    {
        await EnterAsync(1);
        Leave(1, TimeSpan.FromSeconds(5));
        using var impatient = new CancellationTokenSource();
        var (first, second) = (_pace.EnterAsync(impatient.Token), _pace.EnterAsync(default));
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);

        _time.Advance(TimeSpan.FromSeconds(5));

        await second;
    }

    private async Task EnterAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _pace.EnterAsync(default);
        }
    }

    private void Leave(int count, TimeSpan? refusedFor)
    {
        for (var i = 0; i < count; i++)
        {
            _pace.Leave(refusedFor);
        }
    }
}
