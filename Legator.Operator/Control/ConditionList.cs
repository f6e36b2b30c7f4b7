using Legator.Core.Resources;

namespace Legator.Operator.Control;

/// <summary>Builds the conditions of a status so that they only differ from the last ones where something changed.</summary>
internal static class ConditionList
{
    private const int LongestMessage = 4096;

    public static IReadOnlyList<Condition> Build(IReadOnlyList<Condition>? before, IEnumerable<Aspect> aspects, long? generation, DateTimeOffset now) =>
        [.. aspects.Select(aspect => Build(before?.FirstOrDefault(condition => condition.Type == aspect.Type), aspect, generation, now))];

    private static Condition Build(Condition? before, Aspect aspect, long? generation, DateTimeOffset now)
    {
        var status = aspect.Holds ? "True" : "False";
        return new Condition
        {
            Type = aspect.Type,
            Status = status,
            Reason = aspect.Reason,
            Message = aspect.Message.Length <= LongestMessage ? aspect.Message : aspect.Message[..LongestMessage] + "…",
            LastTransitionTime = before?.Status == status ? before.LastTransitionTime : Seconds(now),
            ObservedGeneration = generation,
        };
    }

    private static DateTimeOffset Seconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
