namespace Legator.Operator.Runs;

/// <summary>Times in eight bytes instead of twenty-four.</summary>
internal static class RunHeadTimes
{
    private const long Never = 0;

    public static long Pack(DateTimeOffset? time) => time?.UtcTicks ?? Never;

    public static DateTimeOffset? Unpack(long ticks) => ticks == Never ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
