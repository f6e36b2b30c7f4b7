using Legator.Core.Actions.Classification.Aws;
using Legator.Core.Actions.Classification.Azure;
using Legator.Core.Actions.Classification.Kubernetes.Lines;
using Legator.Core.Actions.Classification.Shell.Commands.Options;

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
            words.Add(word.Literal);
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
