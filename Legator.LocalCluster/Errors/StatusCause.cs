namespace Legator.LocalCluster.Errors;

/// <summary>One cause in a Status: a machine-readable reason, its text, and the field that it is about.</summary>
internal sealed record StatusCause(string Reason, string Message, string Field)
{
    /// <summary>Invalid objects list their causes in the message as "field: text".</summary>
    public string Line => $"{Field}: {Message}";

    public static StatusCause Invalid(string field, string shownValue, string detail) =>
        new("FieldValueInvalid", $"Invalid value: {shownValue}: {detail}", field);

    public static StatusCause Required(string field, string detail) =>
        new("FieldValueRequired", detail.Length == 0 ? "Required value" : $"Required value: {detail}", field);

    public static StatusCause NotSupported(string field, string shownValue, IEnumerable<string> supported) =>
        new("FieldValueNotSupported", $"Unsupported value: {shownValue}: supported values: {string.Join(", ", supported.Select(s => $"\"{s}\""))}", field);

    public static StatusCause Forbidden(string field, string detail) =>
        new("FieldValueForbidden", $"Forbidden: {detail}", field);
}
