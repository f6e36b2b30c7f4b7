using System.Net.ServerSentEvents;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.EndToEnd.Tests.Product;
using Legator.Tests.Waiting;

namespace Legator.EndToEnd.Tests.Undo;

/// <summary>Six changes are taken back while everything is killed again and again in the middle of it.</summary>
public sealed class UndoKillTests : IAsyncLifetime
{
    private const int Changes = 6;
    private readonly EmbeddedProduct _product = new();

    public async ValueTask InitializeAsync() => await _product.StartAsync();

    public async ValueTask DisposeAsync() => await _product.DisposeAsync();

    [Fact]
    public async Task Undo_EverythingKilledInTheMiddle_TakesEachChangeBackOnce()
    {
        var hand = new BusyHand(_product);
        await hand.SettleAsync();
        var (before, generation) = (await hand.WorldAsync(), await hand.GenerationAsync());
        var run = await hand.RunAsync();
        (await hand.EndedAsync(run)).Phase.ShouldBe("Succeeded");
        (await hand.WorldAsync()).ShouldBe("3/yes red/yes b ");

        // Whether an object is the former one is told by its creation time, in whole seconds: what is deleted in the second of its creation is in doubt after a kill.
        var changed = TimeProvider.System.GetUtcNow();
        await Eventually.IsTrueAsync("the changes are two seconds old", () => TimeProvider.System.GetUtcNow() - changed > TimeSpan.FromSeconds(2));
        await hand.DistrustAsync();
        var undo = await hand.UndoAsync(run);
        foreach (var intents in (int[])[1, 3, 5])
        {
            await IntentsAsync(undo, intents);
            await _product.KillAsync();
            await _product.StartAsync();
        }

        var ended = await hand.EndedAsync(undo);
        var journal = await _product.GetAsync<JournalPage>($"{ApiPaths.Journal(undo)}?limit=1000");
        var told = JsonSerializer.Serialize(journal.Events, LegatorJson.Indented);
        ended.Phase.ShouldBe("Succeeded", told);
        journal.Chain.Verified.ShouldBeTrue(journal.Chain.Problem);
        (await hand.WorldAsync()).ShouldBe(before);
        (await hand.GenerationAsync()).ShouldBe(generation + 2, told);
        Effects(journal.Events).ShouldBe(Enumerable.Repeat(1, Changes), told);
        journal.Events.Select(e => e.Data).OfType<ReportWritten>().Single().Findings.ShouldBeEmpty(told);
    }

    /// <summary>For each call, how often it may have had an effect.</summary>
    private static IEnumerable<int> Effects(IReadOnlyList<RunEvent> events)
    {
        var without = events.Select(e => e.Data).OfType<ActionInterrupted>().Where(i => i.Outcome == InterruptedOutcome.NotExecuted).Select(i => i.Seq).ToHashSet();
        return events.Select(e => e.Data).OfType<ActionIntended>().GroupBy(i => i.Digest).Select(g => g.Count(i => !without.Contains(i.Seq)));
    }

    /// <summary>Returns the moment the journal tells of that many intents, most likely in the middle of the last one.</summary>
    private async Task IntentsAsync(string undo, int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var answer = await _product.Api.GetAsync(new Uri($"{_product.Url}{ApiPaths.Journal(undo)}?follow=true"), HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (answer.IsSuccessStatusCode && await SeenAsync(answer, count, limit.Token))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    private static async Task<bool> SeenAsync(HttpResponseMessage answer, int count, CancellationToken cancellationToken)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            var data = item.EventType == "run-event" ? JsonSerializer.Deserialize<RunEvent>(item.Data, LegatorJson.Options)?.Data : null;
            count -= data is ActionIntended ? 1 : 0;
            if (count <= 0 || data is RunFinished)
            {
                return true;
            }
        }

        return false;
    }
}
