using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Reads what a call is about: <c>pods web</c>, <c>deploy/web svc/web</c>, <c>pods,secrets -l app=web</c>, or a file that says it.</summary>
internal static class ResourceOperands
{
    /// <summary>Every object, or collection of objects, that the call names; each once for every kind that its name could mean.</summary>
    /// <param name="call">The call.</param>
    /// <param name="words">The operands that name objects.</param>
    public static List<ResourceTarget> Read(KubectlCall call, IReadOnlyList<string?> words)
    {
        var targets = new List<ResourceTarget>(1);
        if (call.Has("filename") || call.Has("kustomize"))
        {
            targets.Add(new ResourceTarget(KindResolver.Any, null, true));
        }

        if (HasPairs(words))
        {
            ReadPairs(call, words, targets);
        }
        else if (words.Count > 0)
        {
            ReadKindAndNames(call, words, targets);
        }

        return targets;
    }

    /// <summary>The operations that do the same thing to everything that the call names.</summary>
    public static List<ProposedAction> Actions(KubectlCall call, string verb, IReadOnlyList<string?> operands)
    {
        var targets = Read(call, operands);
        var actions = new List<ProposedAction>(targets.Count);
        foreach (var target in targets)
        {
            actions.Add(Action(call, verb, target));
        }

        return actions;
    }

    /// <summary>What the verb does to one target.</summary>
    public static ProposedAction Action(KubectlCall call, string verb, ResourceTarget target, int? replicas = null)
    {
        var place = !target.Kind.Namespaced || call.AllNamespaces ? null : call.Namespace;
        call.Doubt ??= place is null || LooksLikeAName(place) ? null : $"'{place}' names no namespace";
        return KubernetesClassifier.Classify(new KubernetesOperation(verb, target.Kind, place, target.Name == KubectlCall.SomeName ? null : target.Name) { Replicas = replicas });
    }

    private static void ReadPairs(KubectlCall call, IReadOnlyList<string?> words, List<ResourceTarget> targets)
    {
        foreach (var word in words)
        {
            if (word is null)
            {
                targets.Add(new ResourceTarget(KindResolver.Any, null, false));
                continue;
            }

            foreach (var pair in word.Split(','))
            {
                var slash = pair.IndexOf('/', StringComparison.Ordinal);
                call.Doubt ??= slash < 0 ? $"'{pair}' stands among objects of the form kind/name" : null;
                AddKinds(call, slash < 0 ? pair : pair[..slash], slash < 0 ? null : pair[(slash + 1)..], targets);
            }
        }
    }

    private static void ReadKindAndNames(KubectlCall call, IReadOnlyList<string?> words, List<ResourceTarget> targets)
    {
        if (words[0] is not { } kinds)
        {
            targets.Add(new ResourceTarget(KindResolver.Any, null, false));
            return;
        }

        foreach (var kind in kinds.Contains(',') ? kinds.Split(',', StringSplitOptions.RemoveEmptyEntries) : [kinds])
        {
            if (words.Count == 1)
            {
                AddKinds(call, kind, null, targets);
            }

            for (var i = 1; i < words.Count; i++)
            {
                AddKinds(call, kind, words[i], targets);
            }
        }
    }

    private static void AddKinds(KubectlCall call, string kind, string? name, List<ResourceTarget> targets)
    {
        if (!LooksLikeAName(kind) || (name is not null and not KubectlCall.SomeName && !LooksLikeAName(name)))
        {
            call.Doubt ??= $"'{kind}{(name is null ? "" : "/")}{name}' names no object";
        }

        foreach (var meant in KindResolver.Resolve(kind, call.Context))
        {
            targets.Add(new ResourceTarget(meant, name is "" ? null : name, false));
        }
    }

    private static bool HasPairs(IReadOnlyList<string?> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i]?.Contains('/') == true)
            {
                return true;
            }
        }

        return false;
    }

    private static bool LooksLikeAName(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '.' or '_' or ':' or '@'))
            {
                return false;
            }
        }

        return text is not ("" or "." or "..");
    }
}
