using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Tests.Audit;

public sealed class RunEventChainTests
{
    private static readonly RunKey Run = new("agents", "web-1");
    private static readonly DateTimeOffset Time = new(2026, 11, 22, 8, 30, 0, 123, 456, TimeSpan.FromHours(2));

    [Fact]
    public void Verify_UntouchedChain_Holds() => RunEventChain.Verify(Chain(5)).ShouldBeNull();

    [Fact]
    public void Verify_NoEvents_Holds() => RunEventChain.Verify([]).ShouldBeNull();

    [Fact]
    public void Link_SameEventInAnotherTimeZone_HasTheSameHash() =>
        RunEventChain.Link(Run, JournalHead.Empty, Time.ToUniversalTime(), new ModelFailed(1, "x")).Hash
            .ShouldBe(RunEventChain.Link(Run, JournalHead.Empty, Time, new ModelFailed(1, "x")).Hash);

    [Fact]
    public void Link_KnownEvent_HasTheHashOfTheFormat() =>
        RunEventChain.Link(Run, JournalHead.Empty, Time, new RunFinished("Succeeded", "Completed", "done")).Hash
            .ShouldBe("11a2f5963870eb9f48a376cf3718c841dd0a3286e5e08a1bea68f1d55fdda876");

    [Theory]
    [InlineData("data")]
    [InlineData("type")]
    [InlineData("time")]
    [InlineData("run")]
    [InlineData("hash")]
    [InlineData("previous")]
    public void Verify_AnyPartChanged_NamesTheEvent(string part)
    {
        var events = Chain(5);
        events[2] = Change(part, events[2]);

        RunEventChain.Verify(events).ShouldNotBeNull().ShouldContain("vent 3");
    }

    [Fact]
    public void Verify_EventRemoved_SaysWhichIsMissing()
    {
        var events = Chain(5);
        events.RemoveAt(2);

        RunEventChain.Verify(events).ShouldNotBeNull().ShouldContain("Event 3 of run agents/web-1 is missing");
    }

    [Fact]
    public void Verify_TwoEventsExchanged_Breaks()
    {
        var events = Chain(5);
        (events[1], events[2]) = (events[2] with { Sequence = 2 }, events[1] with { Sequence = 3 });

        RunEventChain.Verify(events).ShouldNotBeNull();
    }

    [Fact]
    public void Verify_EventOfAnotherRunPutIn_Breaks()
    {
        var events = Chain(3);
        events.Add(RunEventChain.Link(new RunKey("agents", "web-2"), JournalHead.After(events[^1]), Time, new ModelFailed(1, "x")));

        RunEventChain.Verify(events).ShouldNotBeNull();
    }

    [Fact]
    public void Link_ArgumentsWithHalfASurrogatePair_VerifiesAfterARoundTrip()
    {
        using var arguments = JsonDocument.Parse("""{"path": "a\ud800b"}""");
        var linked = RunEventChain.Link(Run, JournalHead.Empty, Time, new ModelReplied(1, "", [new ToolCall("c", "http.get", arguments.RootElement)], 0, 0, "tool_calls", 0));

        var stored = JsonSerializer.Serialize(linked.Data, LegatorJson.Options);
        var read = linked with { Data = JsonSerializer.Deserialize<RunEventData>(stored, LegatorJson.Options)! };

        RunEventChain.Verify([read]).ShouldBeNull();
    }

    private static RunEvent Change(string part, RunEvent e) => part switch
    {
        "data" => e with { Data = new ModelFailed(1, "other") },
        "type" => e with { Data = new RunResumed("event 2") },
        "time" => e with { Time = e.Time.AddTicks(1) },
        "run" => e with { Run = new RunKey("agents", "web-2") },
        "hash" => e with { Hash = new string('a', 64) },
        _ => e with { PreviousHash = new string('a', 64) },
    };

    private static List<RunEvent> Chain(int count)
    {
        var events = new List<RunEvent>();
        for (var i = 0; i < count; i++)
        {
            var head = events.Count == 0 ? JournalHead.Empty : JournalHead.After(events[^1]);
            events.Add(RunEventChain.Link(Run, head, Time.AddSeconds(i), new ModelFailed(1, $"event {i}")));
        }

        return events;
    }
}
