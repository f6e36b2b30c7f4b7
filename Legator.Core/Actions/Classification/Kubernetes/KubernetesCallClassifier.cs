using System.Text.Json;
using Legator.Core.Actions.Classification.Kubernetes.Arguments;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes;

/// <summary>Classifies the tool <c>kubectl</c>, which takes a whole line, and the <c>kubectl.*</c> tools, which take their arguments one by one.</summary>
public sealed class KubernetesCallClassifier : ICallClassifier
{
    private const string Tool = "kubectl";

    /// <inheritdoc />
    public string Domain => KubernetesClassifier.Domain;

    /// <inheritdoc />
    public bool Handles(string tool) =>
        tool.StartsWith(Tool, StringComparison.OrdinalIgnoreCase) && (tool.Length == Tool.Length || tool[Tool.Length] == '.');

    /// <inheritdoc />
    public CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return CallClassification.Invalid("The arguments are not a JSON object.");
        }

        if (tool.Length == Tool.Length)
        {
            return Line(arguments, context);
        }

        var call = KubectlToolReader.Read(tool[(Tool.Length + 1)..], arguments, context, out var problem);
        return call is null
            ? CallClassification.Invalid(problem!, "Use the arguments that the tool's schema names.")
            : KubectlLine.Judge(call);
    }

    private static CallClassification Line(JsonElement arguments, ClassificationContext context)
    {
        string? line = null;
        foreach (var argument in arguments.EnumerateObject())
        {
            if (argument.Name != "command" || line is not null || argument.Value.ValueKind != JsonValueKind.String)
            {
                return CallClassification.Invalid("kubectl takes one argument, 'command', which is text.", "Write {\"command\": \"get pods -n demo\"}.");
            }

            line = argument.Value.GetString();
        }

        return line is null
            ? CallClassification.Invalid("The argument 'command' is missing.", "Write {\"command\": \"get pods -n demo\"}.")
            : KubectlLine.Judge(line, context);
    }
}
