using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>One entry of <c>x-kubernetes-validations</c>, ready to run.</summary>
/// <param name="Source">The rule as written.</param>
/// <param name="Test">Must give true.</param>
/// <param name="Message">The fixed message, or empty.</param>
/// <param name="MessageExpression">Makes the message; null where there is none.</param>
/// <param name="Reason">How a failure is reported.</param>
/// <param name="FieldPath">The field to blame, relative to the rule's place; empty for the place itself.</param>
/// <param name="IsTransition">True where the rule compares with <c>oldSelf</c>, and therefore runs on updates only.</param>
internal sealed record CelRule(string Source, CelExpression Test, string Message, CelExpression? MessageExpression, FieldErrorReason Reason, string FieldPath, bool IsTransition)
{
    /// <summary>Compiles a rule; problems are added to <paramref name="errors"/> and give null.</summary>
    public static CelRule? Compile(JsonObject rule, string path, List<FieldError> errors)
    {
        var source = SchemaCompiler.Text(rule, "rule") ?? "";
        if (string.IsNullOrWhiteSpace(source))
        {
            errors.Add(FieldError.Required($"{path}.rule", "rule is not specified"));
            return null;
        }
        var test = Parse(source, $"{path}.rule", errors);
        var message = SchemaCompiler.Text(rule, "messageExpression") is { } expression ? Parse(expression, $"{path}.messageExpression", errors) : null;
        return test is null ? null : new CelRule(
            source,
            test,
            SchemaCompiler.Text(rule, "message") ?? "",
            message,
            ReasonOf(SchemaCompiler.Text(rule, "reason")),
            (SchemaCompiler.Text(rule, "fieldPath") ?? "").TrimStart('.'),
            source.Contains("oldSelf", StringComparison.Ordinal));
    }

    /// <summary>The error of a failed rule.</summary>
    public FieldError Failure(string path, JsonNode value, CelScope scope)
    {
        var field = FieldPath.Length == 0 ? path : path.Length == 0 ? FieldPath : $"{path}.{FieldPath}";
        var text = Text(scope);
        return Reason switch
        {
            FieldErrorReason.Forbidden => FieldError.Forbidden(field, text),
            FieldErrorReason.Required => FieldError.Required(field, text),
            FieldErrorReason.Duplicate => new FieldError(Reason, field, $"Duplicate value: {text}"),
            // Scalars are shown; objects and lists would drown the message.
            _ when value is JsonValue && FieldPath.Length == 0 => FieldError.Invalid(field, value, text),
            _ => new FieldError(FieldErrorReason.Invalid, field, $"Invalid value: {text}"),
        };
    }

    private string Text(CelScope scope)
    {
        try
        {
            if (MessageExpression?.Invoke(scope) is string { Length: > 0 } text)
            {
                return text;
            }
        }
        catch (CelException)
        {
            // The rule still failed; only its own wording of that did too.
        }
        return Message.Length > 0 ? Message : $"failed rule: {Source.Trim()}";
    }

    private static CelExpression? Parse(string source, string path, List<FieldError> errors)
    {
        try
        {
            return CelParser.Parse(source, "self", "oldSelf");
        }
        catch (CelException problem)
        {
            errors.Add(FieldError.Invalid(path, source, $"compilation failed: {problem.Message}"));
            return null;
        }
    }

    private static FieldErrorReason ReasonOf(string? reason) => reason switch
    {
        "FieldValueForbidden" => FieldErrorReason.Forbidden,
        "FieldValueRequired" => FieldErrorReason.Required,
        "FieldValueDuplicate" => FieldErrorReason.Duplicate,
        _ => FieldErrorReason.Invalid,
    };
}
