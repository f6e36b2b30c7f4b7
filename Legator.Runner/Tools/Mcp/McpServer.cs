using Legator.Core.Actions.Classification.Mcp;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Core.Scheduling;

namespace Legator.Runner.Tools.Mcp;

/// <summary>A server of the environment, by name.</summary>
/// <param name="Name">Key in the environment's servers.</param>
/// <param name="Spec">What the environment says of it.</param>
internal sealed record McpServer(string Name, McpServerSpec Spec)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MostTimeout = TimeSpan.FromMinutes(5);

    /// <summary>What the full names of its tools begin with.</summary>
    public string Prefix { get; } = McpToolName.PrefixOf(Name);

    /// <summary>Longest that one call may take.</summary>
    public TimeSpan Timeout { get; } = GoDuration.TryParse(Spec.Timeout, out var timeout, out _) && timeout > TimeSpan.Zero ? (timeout < MostTimeout ? timeout : MostTimeout) : DefaultTimeout;

    /// <summary>True when an action sheet could name one of its tools. Others are never talked to.</summary>
    public bool IsNamedBy(ActionSheetIndex sheet) => sheet.Entries.Any(entry => entry.Problem is null && Meets(entry.Tool));

    private bool Meets(string tool)
    {
        var star = tool.IndexOf('*', StringComparison.Ordinal);
        var fixedPart = star < 0 ? tool : tool[..star];
        return fixedPart.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || (star >= 0 && Prefix.StartsWith(fixedPart, StringComparison.OrdinalIgnoreCase));
    }
}
