using System.Text.Json;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Classifies <c>http.request</c> and <c>http.get</c>, <c>head</c>, <c>post</c>, <c>put</c>, <c>patch</c>, <c>delete</c> and <c>options</c>.</summary>
internal sealed class HttpCallClassifier : ICallClassifier
{
    private const string Prefix = "http.";

    /// <inheritdoc />
    public string Domain => HttpClassifier.Domain;

    /// <inheritdoc />
    public bool Handles(string tool) => tool.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && Implied(tool) is not "";

    /// <inheritdoc />
    public CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context)
    {
        var problem = HttpCallReader.Read(Implied(tool), arguments, out var call);
        return call is null
            ? CallClassification.Invalid(problem ?? "The request cannot be read.")
            : CallClassification.Of(HttpClassifier.Classify(call, context.Endpoints));
    }

    /// <summary>The method that the tool's name says; null for the tool that takes any, empty for none of these tools.</summary>
    private static string? Implied(string tool)
    {
        var name = tool.AsSpan(Prefix.Length);
        return Is(name, "request") ? null
            : Is(name, "get") ? "GET"
            : Is(name, "head") ? "HEAD"
            : Is(name, "post") ? "POST"
            : Is(name, "put") ? "PUT"
            : Is(name, "patch") ? "PATCH"
            : Is(name, "delete") ? "DELETE"
            : Is(name, "options") ? "OPTIONS"
            : "";
    }

    private static bool Is(ReadOnlySpan<char> name, string method) => name.Equals(method, StringComparison.OrdinalIgnoreCase);
}
