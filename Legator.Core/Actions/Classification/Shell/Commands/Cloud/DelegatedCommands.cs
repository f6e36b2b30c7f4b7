using Legator.Core.Actions.Classification.Aws;
using Legator.Core.Actions.Classification.Azure;
using Legator.Core.Actions.Classification.Kubernetes.Lines;
using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Cloud;

/// <summary>Commands that other classifiers know.</summary>
internal static class DelegatedCommands
{
    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        new("kubectl") { AnyOption = true, Operands = ArgumentRole.Text, Judge = c => Kubectl(c, 0) },
        new("k3s rke2 microk8s k0s minikube") { AnyOption = true, Operands = ArgumentRole.Text, Judge = Bundled },
        new("aws") { AnyOption = true, Operands = ArgumentRole.Text, Judge = c => Words(c, AwsClassifier.Classify) },
        new("az") { AnyOption = true, Operands = ArgumentRole.Text, Judge = c => Words(c, AzureClassifier.Classify) },
    ];

    private static void Kubectl(CommandCall call, int skip)
    {
        var words = new List<string?>();
        foreach (var word in call.Words.Skip(skip))
        {
            words.Add(word.Literal ?? Name(word, words.Count > 0 ? words[^1] : null));
        }

        var judged = KubectlLine.Judge(words, ClassificationContext.Empty);
        if (judged.Problem is { } problem)
        {
            call.Unknown(problem.Message.TrimEnd('.'));
        }
        else
        {
            call.Take(judged.Actions);
        }
    }

    // The value of "-n" is a namespace whatever it is, and what kubectl itself lists as names is "kind/name", as long as it is one word.
    private static string? Name(ShellWord word, string? before)
    {
        if (word.Parts.Any(p => p.Kind is WordPartKind.UnknownSplit or WordPartKind.Glob))
        {
            return null;
        }

        return word.Prefix.Length == 0 && before is "-n" or "--namespace" ? KubectlCall.SomeName
            : word.Prefix is "--namespace=" ? word.Prefix + KubectlCall.SomeName
            : word.Parts is [{ Text: var source }] && Listed(source) is { } kind ? $"{kind}/{KubectlCall.SomeName}"
            : word.Parts is [{ Text: var spelled }] && IsBareName(spelled) ? KubectlCall.SomeName
            : null;
    }

    // $(kubectl get pods -n web -o jsonpath={.items[*].metadata.name})
    private static bool IsBareName(string source)
    {
        var at = source.StartsWith("$(kubectl ", StringComparison.Ordinal) && source.EndsWith(')') ? source.LastIndexOf(" -o ", StringComparison.Ordinal) : -1;
        if (at < 0 || source.AsSpan(2, at - 2).ContainsAny(";|&<>$`(){}\n,'\"\\"))
        {
            return false;
        }

        var output = source[(at + 4)..^1];
        var words = source[2..at].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Count(w => w == "get") == 1 && !words.Any(w => w.StartsWith("-o", StringComparison.Ordinal) || w.StartsWith("--o", StringComparison.Ordinal) || w.StartsWith("--template", StringComparison.Ordinal))
            && ListedNames.IsBare(output.EndsWith(" --no-headers", StringComparison.Ordinal) ? output[..^" --no-headers".Length] : output);
    }

    // $(kubectl get pods -n web -o name)
    private static string? Listed(string source)
    {
        if (!source.StartsWith("$(kubectl ", StringComparison.Ordinal) || !source.EndsWith(" -o name)", StringComparison.Ordinal) || source.AsSpan(2, source.Length - 3).ContainsAny(";|&<>$`(){}\n,"))
        {
            return null;
        }

        var words = source[2..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var get = Array.IndexOf(words, "get");
        var kind = get > 0 && get + 1 < words.Length ? words[get + 1] : "-";
        return kind.All(char.IsAsciiLetterLower) && words.Count(w => w == "get") == 1 ? kind : null;
    }

    private static void Bundled(CommandCall call)
    {
        if (call.Words is [{ Literal: "kubectl" }, ..])
        {
            Kubectl(call, call.Words is [_, { Literal: "--" }, ..] ? 2 : 1);
        }
        else if (call.Words is not [{ Literal: "--version" or "version" or "status" or "check-config" }])
        {
            call.Unknown("a cluster starts, stops or changes");
        }
    }

    private static void Words(CommandCall call, Func<IReadOnlyList<string>, ProposedAction> classify)
    {
        if (call.Words.Count == 0 || call.Words.Any(w => w.Literal is null))
        {
            call.Unknown("nobody knows what the cloud is told");
        }
        else
        {
            call.Take([classify([.. call.Words.Select(w => w.Literal!)])]);
        }
    }
}
