using Legator.Core.Actions.Classification.Aws;
using Legator.Core.Actions.Classification.Azure;
using Legator.Core.Actions.Classification.Kubernetes.Lines;
using Legator.Core.Actions.Classification.Shell.Commands.Options;
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
            words.Add(word.Literal ?? Name(word, words.Count > 0 ? words[^1] : null, Listed(words)));
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
    private static string? Name(ShellWord word, string? before, bool first)
    {
        if (word.Parts.Any(p => p.Kind is WordPartKind.UnknownSplit or WordPartKind.Glob))
        {
            return word.Parts is not [{ Kind: WordPartKind.UnknownSplit, Text: var several }] || !MaySpread(before) ? null
                : ClusterNames.AreKinds(several) ? first ? "secrets" : null
                : ClusterNames.Of(several);
        }

        return word.Prefix.Length == 0 && before is "-n" or "--namespace" ? KubectlCall.SomeName
            : word.Prefix is "--namespace=" ? word.Prefix + KubectlCall.SomeName
            : before is "get" && word.Parts is [{ Text: var all }] && ClusterNames.AreKinds(all) ? "secrets"
            : word.Parts is [{ Text: var source }] && ClusterNames.Kind(source) is { } kind ? $"{kind}/{KubectlCall.SomeName}"
            : word.Parts is [{ Text: var spelled }] && ClusterNames.AreBare(spelled) ? KubectlCall.SomeName
            : null;
    }

    // Behind "get" and flags that take no other word, a word is the kind that is listed: "kubectl get -n web --ignore-not-found <kind>".
    private static bool Listed(List<string?> words)
    {
        var at = words.IndexOf("get");
        if (at < 0)
        {
            return false;
        }

        for (var i = at + 1; i < words.Count; i++)
        {
            if (words[i] is "-n" or "--namespace")
            {
                i++;
            }
            else if (words[i] is not ("--show-kind" or "--ignore-not-found" or "--no-headers" or "-A" or "--all-namespaces" or "--ignore-not-found=true" or "--show-labels"))
            {
                return false;
            }
        }

        return words[^1] is not ("-n" or "--namespace");
    }

    // Several names in a row are names only where none of them is an option's value, a command or a kind.
    private static bool MaySpread(string? before) =>
        before is not null && (before is not ['-', ..] || before.Contains('=', StringComparison.Ordinal) || before is "-f" or "--follow" or "-p" or "--previous");

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
