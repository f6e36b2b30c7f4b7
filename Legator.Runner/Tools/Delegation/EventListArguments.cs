using System.ComponentModel;
using Legator.Core.Resources;

namespace Legator.Runner.Tools.Delegation;

internal sealed record EventListArguments
{
    [Description("Types, with * for any characters, e.g. finding.*. Left out: all.")]
    public string? Type { get; init; }

    [Description("The least severity that matters. Left out: info.")]
    public Severity? MinSeverity { get; init; }
}
