using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Shell;

namespace Legator.Core.Actions.Classification.Kubernetes.Lines;

/// <summary>Judges what a line of kubectl is piped into. Only programs that filter text are let be, and only as long as they look at nothing but what they are given: the files of the machine that kubectl runs on are no business of a cluster's tool.</summary>
internal static class KubectlFilters
{
    private const string Here = "kubectl";
    private const int MaxFilters = 20;

    private static readonly FrozenSet<string> Programs = FrozenSet.ToFrozenSet(
    [
        "grep", "egrep", "fgrep", "head", "tail", "wc", "sort", "uniq", "cut", "tr", "column", "jq", "yq", "awk", "gawk", "sed", "cat", "tac", "nl", "rev", "less", "more", "base64", "fold", "paste",
    ], StringComparer.Ordinal);

    /// <summary>The actions of the filters; null when they do more than to filter.</summary>
    /// <param name="pipeline">What stands behind the first pipe.</param>
    /// <param name="context">What is known of the estate.</param>
    /// <param name="problem">What they do; null on success.</param>
    public static IReadOnlyList<ProposedAction>? Judge(string pipeline, ClassificationContext context, out string? problem)
    {
        var actions = new List<ProposedAction>();
        string? next = pipeline;
        for (var i = 0; next is not null; i++)
        {
            var text = next.Trim([' ', '\t', '\r', '\n']);
            var words = KubectlWords.Split(text, out next, out problem);
            if (words is null)
            {
                return null;
            }

            problem = i >= MaxFilters ? "The line has too many pipes." : WhyNot(words);
            var judged = problem is null ? ShellClassifier.Classify(Here, next is null ? text : text[..^(next.Length + 1)], context) : null;
            problem ??= judged is { Blocked: false, Tier: RiskTier.Read } && judged.Actions.All(LooksAtNothing) ? null : $"'{words[0]}' does more than to filter text.";
            if (problem is not null)
            {
                return null;
            }

            actions.AddRange(judged!.Actions);
        }

        problem = null;
        return actions;
    }

    private static string? WhyNot(List<string> words)
    {
        if (words is ["python3" or "python", "-m", "json.tool"])
        {
            return null;
        }

        if (words is not [var program, ..] || !Programs.Contains(program))
        {
            return $"The line is piped into '{(words.Count > 0 ? words[0] : "")}', which is no filter that is known.";
        }

        for (var i = 1; i < words.Count; i++)
        {
            // Without a shell they would be flags of kubectl.
            var name = words[i].StartsWith("--", StringComparison.Ordinal) ? words[i][2..].Split('=')[0].Replace('_', '-') : "";
            if (GlobalFlags.WhyNot(name) is { } because)
            {
                return because;
            }

            if (words[i].StartsWith("-s", StringComparison.Ordinal) && (words[i].Contains("http", StringComparison.OrdinalIgnoreCase) || (i + 1 < words.Count && words[i + 1].Contains("://", StringComparison.Ordinal))))
            {
                return "A server is named behind the pipe.";
            }
        }

        return null;
    }

    private static bool LooksAtNothing(ProposedAction action) =>
        action.Target.Text is var text && text.StartsWith($"{Here}:", StringComparison.Ordinal) && text[(Here.Length + 1)..] is not (['/' or '~', ..] or ['.', '/' or '.', ..]);
}
