using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Scheduling;

/// <summary>When an agent runs by the clock. Pure: the same agent and slot give the same firing time on every machine.</summary>
public sealed class Schedule
{
    private static readonly TimeSpan WidestDefaultJitter = TimeSpan.FromSeconds(30);
    private readonly ISlotClock? _clock;
    private readonly TimeSpan? _jitter;

    internal Schedule(ISlotClock? clock, TimeSpan? jitter, string expression)
    {
        _clock = clock;
        _jitter = jitter;
        Expression = expression;
    }

    /// <summary>The schedule in one normal form, e.g. <c>cron */5 * * * * Europe/Berlin</c>; two schedules with the same expression name the same slots.</summary>
    public string Expression { get; }

    /// <summary>False when neither cron nor interval is set: only triggers and people start runs.</summary>
    public bool HasClock => _clock is not null;

    /// <summary>Reads a schedule.</summary>
    /// <returns>The schedule, or every problem at once.</returns>
    public static ScheduleParse Parse(ScheduleSpec spec) => ScheduleParser.Parse(spec);

    /// <summary>The latest slot that should have fired by <paramref name="now"/>; earlier ones that were missed collapse into it.</summary>
    /// <param name="agentUid">Uid of the agent; decides the jitter.</param>
    /// <param name="created">When the agent was created: slot 0 of an interval.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null when no slot has fired yet.</returns>
    public Slot? Due(string agentUid, DateTimeOffset created, DateTimeOffset now)
    {
        if (_clock?.AtOrBefore(now, created) is not { } latest)
        {
            return null;
        }

        var slot = At(agentUid, created, latest);
        if (slot.FiresAt <= now)
        {
            return slot;
        }

        // A slot fires before the next one comes, so the one before has fired.
        return _clock.AtOrBefore(latest.AddTicks(-1), created) is { } earlier ? At(agentUid, created, earlier) : null;
    }

    /// <summary>The slots that should have fired after one and up to <paramref name="now"/>, the oldest first: the latest so many.</summary>
    /// <param name="agentUid">Uid of the agent; decides the jitter.</param>
    /// <param name="created">When the agent was created: slot 0 of an interval.</param>
    /// <param name="now">The time.</param>
    /// <param name="after">The slot after which to begin; null for the first.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<Slot> Missed(string agentUid, DateTimeOffset created, DateTimeOffset now, DateTimeOffset? after, int most)
    {
        var slots = new List<Slot>();
        for (var slot = Due(agentUid, created, now); slot is { } due && (after is null || due.Time > after) && slots.Count < most;)
        {
            slots.Insert(0, due);
            slot = _clock!.AtOrBefore(due.Time.AddTicks(-1), created) is { } earlier ? At(agentUid, created, earlier) : null;
        }

        return slots;
    }

    /// <summary>The instant after which slots count that fire after another instant: jitter may move the last slot before that one beyond it.</summary>
    /// <param name="agentUid">Uid of the agent; decides the jitter.</param>
    /// <param name="created">When the agent was created: slot 0 of an interval.</param>
    /// <param name="since">Slots that fired up to then do not count.</param>
    public DateTimeOffset Beginning(string agentUid, DateTimeOffset created, DateTimeOffset since) =>
        _clock?.AtOrBefore(since, created) is { } last && At(agentUid, created, last).FiresAt > since ? last.AddTicks(-1) : since;

    /// <summary>How many slots are later than one instant and earlier than another.</summary>
    /// <param name="created">When the agent was created: slot 0 of an interval.</param>
    /// <param name="after">Later than this.</param>
    /// <param name="before">Earlier than this.</param>
    public long CountBetween(DateTimeOffset created, DateTimeOffset after, DateTimeOffset before) => _clock?.CountBetween(after, before, created) ?? 0;

    /// <summary>The time of the slot before one.</summary>
    /// <param name="created">When the agent was created: slot 0 of an interval.</param>
    /// <param name="slot">The slot.</param>
    public DateTimeOffset? Before(DateTimeOffset created, Slot slot) => _clock?.AtOrBefore(slot.Time.AddTicks(-1), created);

    /// <summary>The first slot that fires after <paramref name="now"/>.</summary>
    /// <param name="agentUid">Uid of the agent; decides the jitter.</param>
    /// <param name="created">When the agent was created: slot 0 of an interval.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null when there is none.</returns>
    public Slot? Next(string agentUid, DateTimeOffset created, DateTimeOffset now)
    {
        if (_clock?.AtOrBefore(now, created) is { } latest && At(agentUid, created, latest) is var slot && slot.FiresAt > now)
        {
            return slot;
        }

        return _clock?.After(now, created) is { } next ? At(agentUid, created, next) : null;
    }

    private Slot At(string agentUid, DateTimeOffset created, DateTimeOffset time) =>
        new(time, time == created ? time : time + Offset(agentUid, time, Span(created, time)));

    private TimeSpan Span(DateTimeOffset created, DateTimeOffset slot)
    {
        var gap = _clock?.After(slot, created) is { } next ? next - slot : WidestDefaultJitter * 10;
        var span = _jitter ?? (gap / 10 < WidestDefaultJitter ? gap / 10 : WidestDefaultJitter);
        return span < gap ? span : gap;
    }

    private static TimeSpan Offset(string agentUid, DateTimeOffset slot, TimeSpan span)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{agentUid}|{slot.UtcTicks}"));
        var share = BinaryPrimitives.ReadUInt64BigEndian(hash);
        return TimeSpan.FromMilliseconds((long)(((UInt128)share * (ulong)span.TotalMilliseconds) >> 64));
    }
}
