using Legator.Core.Actions.Classification.Kubernetes.Commands;

namespace Legator.Core.Actions.Classification.Kubernetes.Lines;

/// <summary>Judges a line of kubectl.</summary>
public static class KubectlLine
{
    private const string Remedy = "Write one kubectl command, without redirections, variables or comments.";

    /// <summary>Judges a whole line, with or without <c>kubectl</c> in front. It may be piped into programs that only filter text; a line that a shell would have to do more with is not read.</summary>
    public static CallClassification Judge(string line, ClassificationContext context)
    {
        var words = KubectlWords.Split(line, out var filters, out var problem);
        if (words is null)
        {
            return CallClassification.Unreadable(problem!, Remedy);
        }

        if (words is ["kubectl" or "/usr/bin/kubectl" or "/usr/local/bin/kubectl" or "/bin/kubectl" or "/snap/bin/kubectl", ..])
        {
            words.RemoveAt(0);
        }

        if (words is [var first, ..] && first.Contains('=') && !first.StartsWith('-'))
        {
            return CallClassification.Unreadable("The line sets a variable before the command.", Remedy);
        }

        // The words are nobody else's.
        var call = KubectlParser.Read(words, context, out problem);
        var judged = call is null ? CallClassification.Unreadable(problem!) : Judge(call);
        return filters is null || judged.Problem is not null ? judged
            : KubectlFilters.Judge(filters, context, out problem) is { } filtered ? CallClassification.Of([.. judged.Actions, .. filtered])
            : CallClassification.Unreadable(problem!, Remedy);
    }

    /// <summary>Judges the words after <c>kubectl</c>.</summary>
    /// <param name="words">The words as the program gets them; null for one that is not known, or for several.</param>
    /// <param name="context">What is known of the estate.</param>
    public static CallClassification Judge(IReadOnlyList<string?> words, ClassificationContext context)
    {
        var call = KubectlParser.Read([.. words], context, out var problem);
        return call is null ? CallClassification.Unreadable(problem!) : Judge(call);
    }

    /// <summary>Judges a call that is taken apart.</summary>
    internal static CallClassification Judge(KubectlCall call)
    {
        var actions = Decide(call);
        call.Blocked ??= SecretFiles.WhyNot(call);
        var raised = call.Doubt ?? LocalFiles.WhyNoRead(call);
        if (raised is null && call.Blocked is null)
        {
            return CallClassification.Of(actions);
        }

        return CallClassification.Of([.. actions.Select(a => Finish(a, raised, call.Blocked))]);
    }

    private static IReadOnlyList<ProposedAction> Decide(KubectlCall call)
    {
        if (call.IsSurelyOn("help") && !ReferenceEquals(call.Command, KubectlCommands.Unknown))
        {
            return ReadingCommands.Help(call);
        }

        var actions = call.Command.Judge(call);
        return SecretOutput.Judge(call, Rehearsal.Is(call) ? [.. actions.Select(Rehearsal.Of)] : actions);
    }

    private static ProposedAction Finish(ProposedAction action, string? raised, string? blocked)
    {
        var finished = raised is null ? action : KubernetesClassifier.Raise(action, RiskTier.DestructiveMutation, raised);
        return blocked is null ? finished : finished with { BlockedBecause = finished.BlockedBecause ?? blocked };
    }
}
