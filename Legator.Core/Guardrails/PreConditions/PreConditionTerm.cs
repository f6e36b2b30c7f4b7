using System.Globalization;
using System.Text.Json.Nodes;

namespace Legator.Core.Guardrails.PreConditions;

/// <summary>One comparison of a pre-condition.</summary>
/// <param name="Field">What is looked at; null for the object itself.</param>
/// <param name="Operator"><c>exists</c>, <c>missing</c>, <c>is set</c>, <c>is not set</c>, <c>in</c>, <c>not in</c>, or a comparison.</param>
/// <param name="Values">What it is compared with; empty where the operator takes nothing.</param>
internal sealed record PreConditionTerm(FieldPath? Field, string Operator, IReadOnlyList<string> Values) : ConditionTerm
{
    /// <summary>What a field that is not there counts as; null for nothing.</summary>
    public string? Missing { get; init; }

    public override bool Holds(ConditionView view, out string seen)
    {
        var found = view.Found;
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

        return Compares(found, out seen);
    }

    /// <summary>The same on a JSON value that somebody answered with.</summary>
    public bool Compares(JsonNode found, out string seen)
    {
        var actual = Field!.Read(found) ?? Missing;
        seen = $"{Field.Text} is {(actual is null ? "not set" : $"'{actual}'")}.";
        return Operator switch
        {
            "is set" => actual is not null,
            "is not set" => actual is null,
            "in" => actual is not null && Values.Contains(actual, StringComparer.Ordinal),
            "not in" => actual is null || !Values.Contains(actual, StringComparer.Ordinal),
            _ => Compare(actual, Operator, Wanted(found)),
        };
    }

    /// <summary>Compares two texts, as numbers where the operator asks which is larger.</summary>
    public static bool Compare(string? actual, string comparison, string? wanted)
    {
        if (comparison is "==" or "!=")
        {
            return wanted is not null && string.Equals(actual, wanted, StringComparison.Ordinal) == (comparison is "==");
        }

        // A field that is not set compares with nothing.
        if (!decimal.TryParse(actual, CultureInfo.InvariantCulture, out var left) || !decimal.TryParse(wanted, CultureInfo.InvariantCulture, out var right))
        {
            return false;
        }

        return comparison switch
        {
            ">" => left > right,
            ">=" => left >= right,
            "<" => left < right,
            _ => left <= right,
        };
    }

    // Another field may stand on the right-hand side: status.readyReplicas == spec.replicas.
    private string? Wanted(JsonNode found) =>
        Values[0].Split('.')[0] is "spec" or "status" or "metadata" && FieldPath.Parse(Values[0]) is { } other ? other.Read(found) : Values[0];
}
