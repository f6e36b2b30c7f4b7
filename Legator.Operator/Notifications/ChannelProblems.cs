using System.Collections.Immutable;

namespace Legator.Operator.Notifications;

/// <summary>Why the last attempt on each channel of an environment failed; channels whose last attempt succeeded are left out.</summary>
internal sealed record ChannelProblems(ImmutableSortedDictionary<string, string> ByChannel)
{
    public static ChannelProblems None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public static bool SayTheSame(ChannelProblems? one, ChannelProblems? other) => (one ?? None).ByChannel.SequenceEqual((other ?? None).ByChannel);

    public ChannelProblems With(string channel, string problem) => new(ByChannel.SetItem(channel, problem));

    public ChannelProblems Without(string channel) => new(ByChannel.Remove(channel));
}
