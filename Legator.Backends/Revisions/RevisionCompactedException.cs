using System.Globalization;

namespace Legator.Backends.Revisions;

/// <summary>The history that was asked for has been compacted away.</summary>
public sealed class RevisionCompactedException(long requested, long oldest)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"revision {requested} is gone; the oldest kept is {oldest}"))
{
    public long Requested { get; } = requested;

    public long Oldest { get; } = oldest;
}
