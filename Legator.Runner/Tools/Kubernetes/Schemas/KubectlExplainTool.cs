using System.Text.Json.Nodes;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Schemas;

/// <summary>Explains the fields of a kind, from the cluster's own description of it.</summary>
internal sealed class KubectlExplainTool(KubernetesResolver resolver) : Tool<KubectlExplainArguments>
{
    private const int MostSteps = 30;

    public override string Name => "kubectl.explain";

    public override string Description => "Explains a kind or one of its fields: type, meaning, and the fields below it.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlExplainArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var (kind, steps) = await SplitAsync(arguments, scope, cancellationToken);
        if (steps.Length > MostSteps || steps.Any(s => s.Length == 0 || !s.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '$')))
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, "The field is not one.", "Write names with dots between, e.g. spec.template.spec.");
        }

        var target = await resolver.ResolveAsync(kind, null, null, true, scope, cancellationToken);
        var asked = new JsonObject { ["resource"] = target.Kind.QualifiedName, ["field"] = steps.Length > 0 ? string.Join('.', steps) : null };
        return ClusterAnswers.Of(target.Access.Identity, KubernetesActions.Of(Name, asked, [target.Kind], scope), (_, token) => ExplainAsync(target, steps, token));
    }

    /// <summary>A field may follow the kind after dots, and a group may too: what the cluster serves decides.</summary>
    private static async Task<(string Kind, string[] Steps)> SplitAsync(KubectlExplainArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        string[] own = arguments.Field is { Length: > 0 } field ? field.TrimStart('.').Split('.') : [];
        var text = arguments.Resource.Trim();
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || text.Length > 300)
        {
            return (text, own);
        }

        var isGroup = await scope.Lookout.SeeAsync($"group {text}", () => IsGroupAsync(text[(dot + 1)..], scope, cancellationToken));
        return isGroup ? (text, own) : (text[..dot], [.. text[(dot + 1)..].Split('.'), .. own]);
    }

    private static async Task<bool> IsGroupAsync(string text, RunScope scope, CancellationToken cancellationToken)
    {
        var access = await KubernetesResolver.OpenAsync(scope, cancellationToken);
        var served = await access.Client.ResourcesAsync(cancellationToken);
        return served.Any(k => k.Group.Length > 0 && (k.Group.Equals(text, StringComparison.OrdinalIgnoreCase) || k.Group.StartsWith($"{text}.", StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<ToolOutput> ExplainAsync(KubernetesObject target, string[] steps, CancellationToken cancellationToken)
    {
        var fields = new OpenApiFields(await target.Client.OpenApiAsync(target.Resource, cancellationToken));
        if (fields.OfKind(target.Kind.Group, target.Resource.Version, target.Kind.Kind) is not { } schema)
        {
            return ToolOutput.Failed($"The cluster does not describe {target.Kind.QualifiedName}.");
        }

        for (var i = 0; i < steps.Length; i++)
        {
            if (fields.Field(schema, steps[i]) is not { } next)
            {
                var known = fields.Properties(schema) is { Count: > 0 } below ? $"There are {string.Join(", ", below.Select(f => f.Key))}." : "It has none.";
                return ToolOutput.Failed($"{string.Join('.', [target.Kind.Singular, .. steps[..i]])} has no field '{steps[i]}'. {known}");
            }

            schema = next;
        }

        return ToolOutput.Done(Text(target, steps, schema, fields));
    }

    private static string Text(KubernetesObject target, string[] steps, JsonObject schema, OpenApiFields fields)
    {
        var head = $"{string.Join('.', [target.Kind.Singular, .. steps])} ({target.Resource.GroupVersion}) <{(steps.Length == 0 ? target.Kind.Kind : fields.TypeOf(schema))}>\n{fields.Description(schema)}";
        if (fields.Properties(schema) is not { Count: > 0 } below)
        {
            return head;
        }

        var required = fields.Required(schema);
        var lines = below.Where(f => f.Value is JsonObject).Select(f => $"  {f.Key} <{fields.TypeOf((JsonObject)f.Value!)}>{(required.Contains(f.Key) ? " required" : "")}{First(fields.Description((JsonObject)f.Value!))}");
        return $"{head}\n\nFields:\n{string.Join('\n', lines)}";
    }

    private static string First(string description)
    {
        var line = description.ReplaceLineEndings(" ");
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        line = end > 0 ? line[..(end + 1)] : line;
        return line.Length == 0 ? "" : $"  {OutputBounds.Cut(line, 160)}";
    }
}
