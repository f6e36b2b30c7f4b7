using System.Text.Json;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Arguments;

/// <summary>Reads what a tool call brings with it: objects, a patch, labels, a command to run.</summary>
internal static class ContentArguments
{
    private static readonly string[] Marks = ["labels", "label", "annotations", "annotation", "taints", "taint", "images", "image", "env"];

    /// <summary>Adds the content to the call; why not, or null on success.</summary>
    public static string? Read(KubectlCall call, KubectlArguments given)
    {
        var path = call.Command.Path;
        if (given.Take("manifest", out var manifest))
        {
            call.Manifest = Text(manifest);
            if (path is not ("apply" or "create" or "replace" or "delete" or "diff"))
            {
                return $"kubectl.{path} takes no manifest.";
            }
        }

        if (path == "patch" && given.Take("patch", out var patch))
        {
            call.Add("patch", Text(patch));
            if (patch.ValueKind == JsonValueKind.Array && !given.Has("type"))
            {
                call.Add("type", "json");
            }
        }

        if (path is "exec" or "run" or "debug" && (given.Take("command", out var command) || given.Take("args", out command)))
        {
            call.OperandsBeforeDashes = call.Operands.Count;
            call.Operands.AddRange(KubectlArguments.Words(command)?.SelectMany(w => Inner(w)) ?? ["sh"]);
        }

        return ReadOperands(call, given, OperandsOf(path));
    }

    /// <summary>A command that is written as text; one that needs a shell is what the shell makes of it.</summary>
    private static List<string> Inner(string text) =>
        KubectlWords.Split(text, out var rest, out _) is { } words && rest is null ? words : ["sh", text];

    private static string[] OperandsOf(string path) => path switch
    {
        "label" or "annotate" or "taint" => Marks,
        _ when path.StartsWith("set ", StringComparison.Ordinal) => Marks,
        "auth can-i" => ["verb"],
        "explain" => ["field"],
        "cp" => ["source", "destination"],
        "port-forward" => ["ports", "port", "local-port", "remote-port"],
        "completion" => ["shell"],
        "kustomize" => ["filename", "directory", "dir"],
        "create secret generic" or "create configmap" => ["data", "literals", "string-data"],
        _ => [],
    };

    private static string? ReadOperands(KubectlCall call, KubectlArguments given, string[] names)
    {
        if (call.Command.Path == "taint" && given.Take("effect", out var effect))
        {
            var (key, mark) = (given.Take("key", out var k) ? k.ToString() : "", given.Take("value", out var v) ? $"={v}" : "");
            call.Operands.Add($"{key}{mark}:{effect}");
        }

        var isSet = call.Command.Path.StartsWith("set ", StringComparison.Ordinal);
        foreach (var name in names.Where(n => given.Has(n)))
        {
            given.Take(name, out var value);
            if (value.ValueKind == JsonValueKind.Object)
            {
                call.Operands.AddRange(value.EnumerateObject().Select(p => p.Value.ValueKind == JsonValueKind.Null ? $"{p.Name}-" : $"{p.Name}={p.Value}"));
            }
            else if (KubectlArguments.Words(value) is { } words)
            {
                call.Operands.AddRange(words.Select(w => !isSet || w.Contains('=') ? w : $"*={w}"));
            }
            else
            {
                return $"The argument '{name}' does not fit.";
            }
        }

        return null;
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
}
