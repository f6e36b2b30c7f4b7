using System.Text;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Tests.Sessions;

public sealed class ConversationWindowTests
{
    private const int High = 4_000;

    [Fact]
    public void Window_OnceFull_StaysBetweenItsMarksWhateverTheSizes()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var largest = random.Next(400, 40_000);
            RunEventData[] events = [.. Enumerable.Range(1, 30).SelectMany(turn => Exchange(turn, random.Next(largest)))];
            var turns = State(events).Turns;
            for (var count = 1; count <= turns.Count; count++)
            {
                var window = ConversationWindow.Of([.. turns.Take(count)], High);
                var size = Size(turns, window, count);
                size.ShouldBeLessThanOrEqualTo(High);
                size.ShouldBeGreaterThanOrEqualTo(window.Dropped == 0 && window.OldestMost is null ? 0 : (High * 3 / 4) - 50);
            }
        }
    }

    [Fact]
    public void Window_ThatWillHoldOneMore_SaysThatTheRequestGoesOn()
    {
        var turns = State([.. Enumerable.Range(1, 40).SelectMany(turn => Exchange(turn, 1_000))]).Turns;
        for (var count = 1; count < turns.Count; count++)
        {
            var (now, next) = (ConversationWindow.Of([.. turns.Take(count)], High), ConversationWindow.Of([.. turns.Take(count + 1)], High));
            now.GoesOn.ShouldBe(now.Dropped == next.Dropped && now.OldestMost == next.OldestMost);
        }
    }

    [Fact]
    public void Budget_BoundsTheWindow()
    {
        var state = Begun(SessionFormat.Current, [.. Enumerable.Range(1, 40).SelectMany(turn => Exchange(turn, 8_000))]);
        ConversationWindow.Of(state, 4, new RunSnapshotLimits { TokenBudget = 8_000 }).Dropped.ShouldBe(38);
        ConversationWindow.Of(state, 4, new RunSnapshotLimits { TokenBudget = 1_000_000 }).Dropped.ShouldBeInRange(32, 34);
        ConversationWindow.Of(state, null, new RunSnapshotLimits()).Dropped.ShouldBe(0);
        ConversationWindow.Of(Begun(null, [.. Enumerable.Range(1, 40).SelectMany(turn => Exchange(turn, 8_000))]), 4, new RunSnapshotLimits()).Dropped.ShouldBe(36);
    }

    [Fact]
    public void WhatIsLeftOut_IsToldInShort_AndPairsStayWhole()
    {
        var state = Begun(SessionFormat.Current, [.. Enumerable.Range(1, 30).SelectMany(turn => Exchange(turn, 2_000)), Told.Calls(31, "made.up"), Told.Judged(31, VerdictOutcome.Deny, GuardrailReason.UnknownTool)]);
        var messages = Conversation.Of(state, ConversationWindow.Of(state, 4, new RunSnapshotLimits { TokenBudget = 16_000 }), null);
        messages[1].Text.ShouldStartWith("user\n\n[");
        messages[1].Text.ShouldMatch("\\[2\\d earlier exchanges are left out here\\. You called in them: look 2\\dx\\. The last of these calls:\\]\n<data-[0-9a-f]{16} from=\"earlier calls\" trust=\"none\">\nlook \\{\"resource\":\"pods\"\\}: done\n");
        messages.SelectMany(m => m.Contents).OfType<FunctionResultContent>().Select(r => r.CallId)
            .ShouldBe(messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Select(c => c.CallId));
    }

    [Theory]
    [InlineData("0123456789abcdef", 20, "0123456789abcdef")]
    [InlineData("0123456789abcdef", 6, "0123\n[10 bytes are left out here; ask for less to see them]\nef")]
    [InlineData("🙂🙂🙂🙂", 9, "🙂\n[12 bytes are left out here; ask for less to see them]\n")]
    [InlineData("text", null, "text")]
    public void Excerpt_KeepsBothEndsAndNoHalfCharacter(string text, int? most, string expected) => Excerpt.Of(text, most).ShouldBe(expected);

    private static int Size(IReadOnlyList<SessionTurn> turns, ConversationWindow window, int count)
    {
        var size = 0;
        for (var index = window.Dropped; index < count; index++)
        {
            var most = window.AnswersOf(turns[index], index == window.Dropped);
            size += TokenEstimate.OfReply(turns[index]) + turns[index].Calls.Sum(c => TokenEstimate.Around + ((Math.Min(Encoding.UTF8.GetByteCount(c.Completed!.Result), most ?? int.MaxValue) + 3) / 4));
        }

        return size;
    }

    private static RunEventData[] Exchange(int turn, int bytes) => [Told.Calls(turn, "look"), .. Told.Executed(turn, new string('x', bytes))];

    private static SessionState State(RunEventData[] rest) => Begun(SessionFormat.Current, rest);

    private static SessionState Begun(int? format, RunEventData[] rest) => Told.State([new RunStarted("r", "d", "m") { Format = format }, Told.Prompt, .. rest]);
}
