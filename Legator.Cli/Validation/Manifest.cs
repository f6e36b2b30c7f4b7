using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Legator.Core;
using Legator.Core.YamlText;

namespace Legator.Cli.Validation;

/// <summary>One object of a file.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Index">Number of the document in the file, from 0.</param>
/// <param name="Body">The object.</param>
/// <param name="Lines">Where its fields stand.</param>
internal sealed partial record Manifest(string File, int Index, JsonObject Body, YamlLines Lines)
{
    private readonly List<ValidationProblem> _problems = [];

    public string Kind => Text("kind");

    public string ApiVersion => Text("apiVersion");

    public string Name => Text("metadata", "name");

    /// <summary>The namespace; empty where none is written, and it is where it is applied to.</summary>
    public string Namespace => Text("metadata", "namespace");

    /// <summary>What was found of it.</summary>
    public IReadOnlyList<ValidationProblem> Problems => _problems;

    /// <summary>True while nothing stands in the way of using it.</summary>
    public bool IsSound => _problems.All(problem => problem.IsWarning);

    /// <summary>The object as people call it.</summary>
    public string Title => $"{(Kind.Length == 0 ? "object" : Kind)} {(Namespace.Length == 0 ? "" : Namespace + "/")}{(Name.Length == 0 ? "without a name" : Name)}";

    /// <summary>Something is wrong. What is only wrong because a placeholder for a deployment tool stands there is a warning.</summary>
    public void Problem(string field, string message) => _problems.Add(Of(field, message) with { IsWarning = Placeholder().IsMatch(message) });

    public void Warn(string field, string message) => _problems.Add(Of(field, message) with { IsWarning = true });

    /// <summary>Something wrong with a text that one of its fields holds.</summary>
    /// <param name="field">The field with the text.</param>
    /// <param name="line">Line of the text, from 1; null where none can be named.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="isWarning">True for a warning.</param>
    public void ProblemIn(string field, int? line, string message, bool isWarning) =>
        _problems.Add(Of(field, message) with { Line = Lines.Find(field, Index) + (line ?? 0), IsWarning = isWarning });

    /// <summary>The object as a type, without the fields that were found wrong, so that the others can be looked at all the same; null when nothing is left of it.</summary>
    public T? As<T>()
        where T : class
    {
        try
        {
            var body = (JsonObject)Body.DeepClone();
            foreach (var problem in _problems.Where(problem => !problem.IsWarning && problem.Field.StartsWith("spec.", StringComparison.Ordinal)))
            {
                FieldPath.Remove(body, problem.Field);
            }

            return body.Deserialize<T>(LegatorJson.Options);
        }
        catch (JsonException exception)
        {
            if (IsSound)
            {
                Problem("", $"cannot be read: {exception.Message}");
            }

            return null;
        }
    }

    /// <summary>True for an object that an agent of this one's namespace would find under that name.</summary>
    public bool IsCalled(string name, Manifest by) => Name == name && (Namespace.Length == 0 || by.Namespace.Length == 0 || Namespace == by.Namespace);

    private ValidationProblem Of(string field, string message) => new(File, field, message) { Line = Lines.Find(field, Index), Object = Title };

    private string Text(params ReadOnlySpan<string> path)
    {
        JsonNode? node = Body;
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
    }

    [GeneratedRegex(@"'\$\{[A-Z][A-Z0-9_]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
