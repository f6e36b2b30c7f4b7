namespace Legator.Core.Resources.Schema;

/// <summary>Something wrong with a field of a resource.</summary>
/// <param name="Field">The field, e.g. <c>spec.guardrails.autonomy</c>; empty for the resource as a whole.</param>
/// <param name="Message">What is wrong and what to write.</param>
public sealed record FieldProblem(string Field, string Message)
{
    /// <summary>Takes apart a problem that is written as <c>field: message</c>.</summary>
    public static FieldProblem Of(string text) =>
        text.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 && !text.AsSpan(0, colon).Contains(' ')
            ? new(text[..colon], text[(colon + 2)..])
            : new("", text);

    /// <summary>All of it in one line.</summary>
    public override string ToString() => Field.Length == 0 ? Message : $"{Field}: {Message}";
}
