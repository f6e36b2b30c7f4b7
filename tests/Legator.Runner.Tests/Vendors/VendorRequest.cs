using System.Text.Json.Nodes;

namespace Legator.Runner.Tests.Vendors;

/// <summary>What a vendor was asked.</summary>
internal sealed record VendorRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, JsonNode? Body)
{
    /// <summary>The body as it came.</summary>
    public string Form { get; init; } = "";
}
