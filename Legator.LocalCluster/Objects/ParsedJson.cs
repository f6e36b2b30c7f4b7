using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Objects;

/// <summary>A parsed document and the paths of fields that it gave twice (the last one counts).</summary>
internal sealed record ParsedJson(JsonNode? Root, IReadOnlyList<string> Duplicates);
