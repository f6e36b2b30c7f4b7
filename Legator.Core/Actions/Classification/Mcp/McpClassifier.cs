using Legator.Core.Actions.Classification.Http;

namespace Legator.Core.Actions.Classification.Mcp;

/// <summary>Says how bad a tool of an MCP server could be. Nobody but the people who wrote an action sheet can tell, so until an entry names the tool it is destructive; what the server says can only make it worse.</summary>
public static class McpClassifier
{
    /// <summary>The domain of what it classifies.</summary>
    public const string Domain = "mcp";

    /// <summary>Classifies one call.</summary>
    /// <param name="server">Name of the server in the environment.</param>
    /// <param name="tool">Name of the tool as it stands in the full name, see <see cref="McpToolName"/>.</param>
    /// <param name="annotations">What the server says of the tool; null when it says nothing.</param>
    public static ProposedAction Classify(string server, string tool, McpToolAnnotations? annotations)
    {
        var floor = Floor(tool, annotations);
        var tier = floor > RiskTier.DestructiveMutation ? floor : RiskTier.DestructiveMutation;
        return new ProposedAction(Domain, "call", new CanonicalTarget($"{server}/{tool}") { Spellings = [$"{server}/{tool}", $"{server}.{tool}"] }, tier)
        {
            SheetFloor = floor,
            Effects = ["what it does is known to its server alone, unless an action sheet names it"],
        };
    }

    // The protocol's defaults: a tool that is not read-only may destroy unless it says that it does not.
    private static RiskTier Floor(string tool, McpToolAnnotations? annotations)
    {
        var said = annotations switch
        {
            null => RiskTier.Read,
            { Destructive: true } or { ReadOnly: false, Destructive: not false } => RiskTier.DestructiveMutation,
            { ReadOnly: false } => RiskTier.ServiceMutation,
            _ => RiskTier.Read,
        };
        var named = MutationWords.OfSegment(tool.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(tool) : tool, last: true);
        return named > said ? named : said;
    }
}
