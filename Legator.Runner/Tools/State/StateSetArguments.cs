using System.ComponentModel;

namespace Legator.Runner.Tools.State;

internal sealed record StateSetArguments
{
    [Description("Key of the note: letters, digits, '.', '_', '-' and '/', at most 253.")]
    public required string Key { get; init; }

    [Description("What to remember; not empty, at most 4096 bytes.")]
    public required string Value { get; init; }

    [Description("How long it counts, e.g. 30m, 24h or 7d. Left out: for ever.")]
    public string? Ttl { get; init; }
}
