using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Schemas;

namespace Legator.LocalCluster.Printing;

/// <summary>The condition of a filter: <c>?(@.type=="Ready")</c>, or the presence of a path.</summary>
/// <param name="Left">What is looked at in each item.</param>
/// <param name="Operator">A comparison, or empty for presence.</param>
/// <param name="Right">The literal to compare with.</param>
internal sealed record JsonPathFilter(JsonPath Left, string Operator, JsonNode? Right)
{
    public bool Matches(JsonNode? item)
    {
        if (!Left.TryFindFirst(item, out var actual))
        {
            return false;
        }
        return Operator switch
        {
            "" => true,
            "==" => Compare(actual, Right) == 0,
            "!=" => Compare(actual, Right) != 0,
            "<" => Compare(actual, Right) < 0,
            "<=" => Compare(actual, Right) is <= 0,
            ">" => Compare(actual, Right) > 0,
            ">=" => Compare(actual, Right) is >= 0,
            _ => false,
        };
    }

    private static int? Compare(JsonNode? left, JsonNode? right) => (left?.GetValueKind(), right?.GetValueKind()) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => string.CompareOrdinal(left!.GetValue<string>(), right!.GetValue<string>()),
        (JsonValueKind.Number, JsonValueKind.Number) => JsonNumbers.ToDouble((JsonValue)left!).CompareTo(JsonNumbers.ToDouble((JsonValue)right!)),
        (JsonValueKind.True or JsonValueKind.False, JsonValueKind.True or JsonValueKind.False) => left!.GetValue<bool>().CompareTo(right!.GetValue<bool>()),
        _ => null,
    };
}
