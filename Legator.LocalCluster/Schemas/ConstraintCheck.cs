using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas;

/// <summary>Checks one value against the limits of its schema node.</summary>
internal readonly struct ConstraintCheck(FieldPath path, List<FieldError> errors)
{
    public void Run(JsonNode value, JsonValueKind kind, ValueConstraints limits)
    {
        switch (value)
        {
            case JsonObject map:
                Properties(map, limits);
                break;
            case JsonArray list:
                Items(list, limits);
                break;
            case JsonValue scalar when kind == JsonValueKind.String:
                Text(scalar, limits);
                break;
            case JsonValue scalar when kind == JsonValueKind.Number:
                Number(scalar, limits);
                break;
        }
        if (limits.Enum.Length > 0 && !IsAllowed(value, kind, limits))
        {
            errors.Add(FieldError.NotSupported(path.ToString(), value, limits.Enum.Select(EnumText)));
        }
    }

    private static bool IsAllowed(JsonNode value, JsonValueKind kind, ValueConstraints limits) =>
        limits.EnumStrings is { } strings
            ? kind == JsonValueKind.String && strings.AsSpan().Contains(value.GetValue<string>())
            : limits.Enum.Any(e => JsonNode.DeepEquals(e, value));

    private static string EnumText(JsonNode? value) =>
        value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : GoFormat.Value(value);

    private void Properties(JsonObject map, ValueConstraints limits)
    {
        if (map.Count < limits.MinProperties)
        {
            AddInvalid(map.Count, $"should have at least {limits.MinProperties} properties");
        }
        if (map.Count > limits.MaxProperties)
        {
            errors.Add(FieldError.TooMany(path.ToString(), map.Count, limits.MaxProperties.Value));
        }
    }

    private void Items(JsonArray list, ValueConstraints limits)
    {
        if (list.Count < limits.MinItems)
        {
            AddInvalid(list.Count, $"should have at least {limits.MinItems} items");
        }
        if (list.Count > limits.MaxItems)
        {
            errors.Add(FieldError.TooMany(path.ToString(), list.Count, limits.MaxItems.Value));
        }
    }

    private void Text(JsonValue scalar, ValueConstraints limits)
    {
        if (limits.MaxLength is null && limits.MinLength is null && limits.Pattern is null)
        {
            return;
        }
        var text = scalar.GetValue<string>();
        var length = Length(text);
        if (length > limits.MaxLength)
        {
            errors.Add(FieldError.TooLong(path.ToString(), limits.MaxLength.Value));
        }
        else if (length < limits.MinLength)
        {
            AddInvalid(text, $"should be at least {limits.MinLength} chars long");
        }
        else if (limits.Pattern is { } pattern && !pattern.IsMatch(text))
        {
            AddInvalid(text, $"should match '{limits.PatternText}'");
        }
    }

    private void Number(JsonValue scalar, ValueConstraints limits)
    {
        if (limits.MultipleOf is null && limits.Maximum is null && limits.Minimum is null)
        {
            return;
        }
        var number = JsonNumbers.ToDouble(scalar);
        if (limits.MultipleOf is { } factor && Math.Abs(Math.IEEERemainder(number, factor)) > 1e-9)
        {
            AddInvalid(scalar, $"should be a multiple of {GoFormat.Number(factor)}");
        }
        if (limits.Maximum is { } max && (limits.ExclusiveMaximum ? number >= max : number > max))
        {
            AddInvalid(scalar, $"should be less than {(limits.ExclusiveMaximum ? "" : "or equal to ")}{GoFormat.Number(max)}");
        }
        if (limits.Minimum is { } min && (limits.ExclusiveMinimum ? number <= min : number < min))
        {
            AddInvalid(scalar, $"should be greater than {(limits.ExclusiveMinimum ? "" : "or equal to ")}{GoFormat.Number(min)}");
        }
    }

    // The API server counts code points.
    private static int Length(string text)
    {
        var length = text.Length;
        foreach (var c in text)
        {
            length -= char.IsLowSurrogate(c) ? 1 : 0;
        }
        return length;
    }

    private void AddInvalid(JsonNode value, string complaint)
    {
        var field = path.ToString();
        errors.Add(FieldError.Invalid(field, value, $"{field} in body {complaint}"));
    }
}
