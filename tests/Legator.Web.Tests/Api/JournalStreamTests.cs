using System.Net.ServerSentEvents;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Api;

public sealed class JournalStreamTests(StartedWeb web) : IClassFixture<StartedWeb>
{
    [Fact]
    public async Task Follow_RunUnderWay_BringsEachEventOnceAndEndsWithTheRun()
    {
        var key = await web.Samples.RunAsync("live");
        var journal = await new SampleJournal(web.Journal, key).StartAsync();
        await using var stream = await OpenAsync("live", after: null);
        var seen = ReadAsync(stream);

        await (await journal.ActAsync()).FinishAsync();

        var items = await seen.WaitAsync(TimeSpan.FromSeconds(20));
        items.Select(i => i.Sequence).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        items[^1].Data.ShouldBeOfType<RunFinished>();
    }

    [Fact]
    public async Task Follow_WithLastEventId_GoesOnAfterIt()
    {
        var key = await web.Samples.RunAsync("resumed");
        await (await new SampleJournal(web.Journal, key).StartAsync()).FinishAsync();

        await using var stream = await OpenAsync("resumed", after: "2");

        (await ReadAsync(stream).WaitAsync(TimeSpan.FromSeconds(20))).Select(i => i.Sequence).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task Follow_RunThatAppearsLater_IsWaitedFor()
    {
        var opening = OpenAsync("later", after: null);
        var key = await web.Samples.RunAsync("later");
        await (await new SampleJournal(web.Journal, key).StartAsync()).FinishAsync();

        await using var stream = await opening;
        (await ReadAsync(stream).WaitAsync(TimeSpan.FromSeconds(20))).Count.ShouldBe(4);
    }

    private async Task<Stream> OpenAsync(string run, string? after)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/journal?namespace={web.Namespace}&follow=true");
        if (after is not null)
        {
            request.Headers.Add("Last-Event-ID", after);
        }

        var response = await web.Client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return await response.Content.ReadAsStreamAsync();
    }

    private static async Task<List<RunEvent>> ReadAsync(Stream stream)
    {
        var events = new List<RunEvent>();
        await foreach (var item in SseParser.Create(stream).EnumerateAsync())
        {
            if (item.EventType == "end")
            {
                break;
            }

            var entry = JsonSerializer.Deserialize<RunEvent>(item.Data, LegatorJson.Options)!;
            item.EventId.ShouldBe(entry.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture));
            events.Add(entry);
        }

        return events;
    }
}
