using System.Buffers;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Kubernetes;

namespace Legator.Core.Guardrails;

/// <summary>What an environment declares as data, made ready for many questions.</summary>
internal sealed class DataResourceIndex
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("/.: ?");

    private readonly (DataResource Data, string Kind)[] _all;

    /// <summary>Arranges what is declared.</summary>
    public DataResourceIndex(IEnumerable<DataResource> declared) => _all = [.. declared.Select(d => (d, BareKind(d.Kind)))];

    /// <summary>Nothing is declared.</summary>
    public static DataResourceIndex Empty { get; } = new([]);

    /// <summary>The data that a mutation would touch; null for none.</summary>
    public DataResource? Touched(ProposedAction action)
    {
        var kubernetes = action.Domain == KubernetesClassifier.Domain;
        foreach (var (data, kind) in _all)
        {
            if (kubernetes ? IsObject(action.Target, data, kind) : data.Namespace is null && Names(action.Target, data.Name))
            {
                return data;
            }
        }

        return null;
    }

    /// <summary>The data in the namespace where something is destroyed; null for none.</summary>
    public DataResource? Beside(ProposedAction action)
    {
        if (action.Domain != KubernetesClassifier.Domain)
        {
            return null;
        }

        foreach (var (data, _) in _all)
        {
            if (data.Namespace is not null && SameNamespace(action.Target, data.Namespace))
            {
                return data;
            }
        }

        return null;
    }

    private static bool IsObject(CanonicalTarget target, DataResource data, string kind) =>
        (data.Namespace is null || SameNamespace(target, data.Namespace)) && IsOfKind(target, kind) && Reaches(target, data.Name);

    private static bool SameNamespace(CanonicalTarget target, string place) =>
        target.Namespace is null ? target.Collection : target.Namespace.Equals(place, StringComparison.OrdinalIgnoreCase);

    // Groups are written in several ways (cnpg.io/Cluster, clusters.postgresql.cnpg.io), so the kind's own name decides.
    private static string BareKind(string kind) => kind[(kind.LastIndexOf('/') + 1)..].Split('.')[0];

    private static bool IsOfKind(CanonicalTarget target, string kind)
    {
        foreach (var name in target.KindNames)
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (name.AsSpan(0, dot < 0 ? name.Length : dot).Equals(kind, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Reaches(CanonicalTarget target, string name)
    {
        var own = target.Text.AsSpan(target.Text.IndexOf('/', StringComparison.Ordinal) + 1);
        var end = own.IndexOf(' ');
        own = end < 0 ? own : own[..end];
        return own is "*" || own.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Names(CanonicalTarget target, string name)
    {
        foreach (var spelling in target.Spellings)
        {
            foreach (var word in spelling.AsSpan().SplitAny(Separators))
            {
                if (spelling.AsSpan()[word].Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
