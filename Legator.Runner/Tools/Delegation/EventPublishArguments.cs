using System.ComponentModel;
using Legator.Core.Resources;

namespace Legator.Runner.Tools.Delegation;

internal sealed record EventPublishArguments
{
    [Description("What kind of event: lower-case letters, digits, '-' and dots, e.g. finding.certificate.")]
    public required string Type { get; init; }

    [Description("How much it matters.")]
    public required Severity Severity { get; init; }

    [Description("One line.")]
    public required string Summary { get; init; }

    [Description("The rest; at most 8192 bytes.")]
    public string? Detail { get; init; }

    [Description("Name of the agent that is meant. Left out: all of the namespace.")]
    public string? To { get; init; }

    [Description("Facts to select by, at most 16.")]
    public Dictionary<string, string>? Labels { get; init; }

    [Description("How long it counts, e.g. 30m, 24h or 7d. Left out: 1h.")]
    public string? Ttl { get; init; }
}
