using System.Globalization;
using System.Text.Json.Nodes;

namespace Legator.Core.Guardrails.PreConditions;

/// <summary>One comparison of a pre-condition.</summary>
/// <param name="Field">What is looked at; null for the object itself.</param>
/// <param name="Operator"><c>exists</c>, <c>missing</c>, <c>is set</c>, <c>is not set</c>, <c>in</c>, <c>not in</c>, or a comparison.</param>
/// <param name="Values">What it is compared with; empty where the operator takes nothing.</param>
internal sealed record PreConditionTerm(FieldPath? Field, string Operator, IReadOnlyList<string> Values)
{
    /// <summary>Looks at an object.</summary>
    /// <param name="found">The object; null when there is none.</param>
    /// <param name="seen">What was seen.</param>
    public bool Holds(JsonObject? found, out string seen)
    {
        if (Field is null)
        {
            seen = found is null ? "there is no such object." : "the object exists.";
            return found is not null == (Operator is "exists");
        }

        if (found is null)
        {
            seen = "there is no such object.";
            return false;
        }

        var actual = Field.Read(found);
        seen = $"{Field.Text} is {(actual is null ? "not set" : $"'{actual}'")}.";
        return Operator switch
        {
            "is set" => actual is not null,
            "is not set" => actual is null,
            "in" => actual is not null && Values.Contains(actual, StringComparer.Ordinal),
            "not in" => actual is null || !Values.Contains(actual, StringComparer.Ordinal),
            _ => Compare(actual, Wanted(found)),
        };
    }

    // Another field may stand on the right-hand side: status.readyReplicas == spec.replicas.
    private string? Wanted(JsonObject found) =>
        Values[0].Split('.')[0] is "spec" or "status" or "metadata" && FieldPath.Parse(Values[0]) is { } other ? other.Read(found) : Values[0];

    private bool Compare(string? actual, string? wanted)
    {
        if (Operator is "==" or "!=")
        {
            return wanted is not null && string.Equals(actual, wanted, StringComparison.Ordinal) == (Operator is "==");
        }

        // A field that is not set compares with nothing.
        if (!decimal.TryParse(actual, CultureInfo.InvariantCulture, out var left) || !decimal.TryParse(wanted, CultureInfo.InvariantCulture, out var right))
        {
            return false;
        }

        return Operator switch
        {
            ">" => left > right,
            ">=" => left >= right,
            "<" => left < right,
            _ => left <= right,
        };
    }
}
