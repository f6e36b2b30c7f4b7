using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas;

/// <summary>One refused field, worded as a Kubernetes API server words it.</summary>
/// <param name="Reason">The kind of refusal.</param>
/// <param name="Field">The dotted path; null where the refusal belongs to no single field.</param>
/// <param name="Message">The text without the path, such as <c>Required value</c>.</param>
internal sealed record FieldError(FieldErrorReason Reason, string? Field, string Message)
{
    /// <summary>The path as clients see it.</summary>
    public string FieldOrNil => string.IsNullOrEmpty(Field) ? "<nil>" : Field;

    /// <summary>The reason of the cause in <c>Status.details.causes</c>.</summary>
    public string CauseReason => Reason == FieldErrorReason.Internal ? "InternalError" : "FieldValue" + Reason;

    public static FieldError Required(string field, string detail = "") =>
        new(FieldErrorReason.Required, field, WithDetail("Required value", detail));

    public static FieldError Forbidden(string field, string detail) =>
        new(FieldErrorReason.Forbidden, field, WithDetail("Forbidden", detail));

    public static FieldError Invalid(string? field, JsonNode? value, string detail) =>
        new(FieldErrorReason.Invalid, field, WithDetail("Invalid value: " + GoFormat.Value(value), detail));

    public static FieldError TypeInvalid(string field, string value, string detail) =>
        new(FieldErrorReason.TypeInvalid, field, WithDetail("Invalid value: " + GoFormat.Quote(value), detail));

    public static FieldError NotFound(string field, JsonNode? value) =>
        new(FieldErrorReason.NotFound, field, "Not found: " + GoFormat.Value(value));

    public static FieldError NotSupported(string field, JsonNode? value, IEnumerable<string> supported) =>
        new(FieldErrorReason.NotSupported, field, $"Unsupported value: {GoFormat.Value(value)}: supported values: {string.Join(", ", supported.Select(GoFormat.Quote))}");

    public static FieldError Duplicate(string field, JsonNode? value) =>
        new(FieldErrorReason.Duplicate, field, "Duplicate value: " + GoFormat.Value(value));

    public static FieldError TooLong(string field, long max) =>
        new(FieldErrorReason.TooLong, field, $"Too long: may not be more than {max} bytes");

    public static FieldError TooMany(string field, long actual, long max) =>
        new(FieldErrorReason.TooMany, field, $"Too many: {actual}: must have at most {max} items");

    /// <summary>The entry of <c>Status.details.causes</c>.</summary>
    public JsonObject ToCause() => new()
    {
        ["reason"] = CauseReason,
        ["message"] = Message,
        ["field"] = FieldOrNil,
    };

    /// <summary>The line that an error message holds for this field.</summary>
    public override string ToString() => $"{FieldOrNil}: {Message}";

    private static string WithDetail(string head, string detail) => detail.Length == 0 ? head : $"{head}: {detail}";
}
