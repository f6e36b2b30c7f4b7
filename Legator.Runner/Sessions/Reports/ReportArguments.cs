using System.ComponentModel;
using Legator.Core.Resources;

namespace Legator.Runner.Sessions.Reports;

/// <summary>One finding, as the model reports it.</summary>
internal sealed record ReportArguments
{
    [Description("critical: is a problem now; warning: will become one; info: worth knowing.")]
    public required Severity Severity { get; init; }

    [Description("What it is about, as kind/name, with -n and the namespace where it has one: deployment/web -n demo. Leave it out where it is about no single thing.")]
    public string? Resource { get; init; }

    [Description("What was found, in a sentence.")]
    public required string Message { get; init; }
}
