using Legator.Core.Actions.Classification.Kubernetes.Lines;
using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Keeps kubectl from carrying the hashes and keys of its own machine away: what a host's shell may not read, kubectl may not either.</summary>
internal static class SecretFiles
{
    private static readonly string[] Flags = ["filename", "from-file", "from-env-file", "cert", "key", "patch-file", "kustomize", "template"];

    private static readonly ShellScope Here = new() { Host = "kubectl", JudgeWords = static (_, _) => [], JudgeText = static (_, _) => [] };

    /// <summary>Why the call may never be let through; null when its files are no reason.</summary>
    public static string? WhyNot(KubectlCall call)
    {
        if (call.HasNoFlags && call.Command.Path != "cp")
        {
            return null;
        }

        foreach (var path in Paths(call))
        {
            foreach (var action in FileRules.Read(Here, ShellWord.Of(path)))
            {
                if (action.BlockedBecause is { } because)
                {
                    return because;
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> Paths(KubectlCall call)
    {
        foreach (var flag in Flags)
        {
            // Only some templates are files.
            if (call.Has(flag) && (flag != "template" || call.Last("output")?.EndsWith("file", StringComparison.OrdinalIgnoreCase) == true))
            {
                foreach (var path in call.Values(flag).SelectMany(v => (v ?? "").Split(',')))
                {
                    yield return path;
                    yield return path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..];
                }
            }
        }

        foreach (var output in call.Has("output") ? call.Values("output") : [])
        {
            yield return output is not null && output.Contains("file=", StringComparison.OrdinalIgnoreCase) ? output[(output.IndexOf('=', StringComparison.Ordinal) + 1)..] : "";
        }

        foreach (var operand in call.Command.Path == "cp" ? call.Operands : [])
        {
            yield return operand is null || operand.Contains(':') ? "" : operand;
        }
    }
}
