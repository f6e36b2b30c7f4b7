using System.Collections;
using System.Runtime.CompilerServices;
using Legator.Core.Actions;

namespace Legator.Core.Guardrails;

/// <summary>Earlier actions, arranged by what was done to what, so that a question does not go through all of them.</summary>
[CollectionBuilder(typeof(PastActions), nameof(Create))]
public sealed class PastActions : IReadOnlyCollection<PastAction>
{
    private readonly IReadOnlyCollection<PastAction> _all;
    private Dictionary<Deed, PastAction>? _last;
    private Dictionary<(string Domain, string Verb), List<PastAction>>? _mutations;

    private PastActions(IReadOnlyCollection<PastAction> all) => _all = all;

    /// <summary>Nothing was done.</summary>
    public static PastActions Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _all.Count;

    /// <summary>How many of them changed something.</summary>
    public int Mutations => _all.Count == 0 ? 0 : ByVerb.Values.Sum(v => v.Count);

    private Dictionary<Deed, PastAction> ByDeed => _last ??= Newest(_all);

    private Dictionary<(string Domain, string Verb), List<PastAction>> ByVerb => _mutations ??= Rising(_all);

    /// <summary>Arranges actions.</summary>
    public static PastActions Create(ReadOnlySpan<PastAction> actions) => actions.IsEmpty ? Empty : new(actions.ToArray());

    /// <summary>Arranges actions.</summary>
    public static PastActions Of(IEnumerable<PastAction> actions) => new([.. actions]);

    /// <summary>The newest time that exactly this was done; null when it never was.</summary>
    public PastAction? Last(ProposedAction action) =>
        _all.Count == 0 ? null : ByDeed.GetValueOrDefault(new Deed(action.Domain, action.Verb, action.Target.Text));

    /// <summary>How often something was changed after a time.</summary>
    /// <param name="rate">What counts.</param>
    /// <param name="since">Later than this.</param>
    public int MutationsSince(RateLimit rate, DateTimeOffset since)
    {
        if (_all.Count == 0)
        {
            return 0;
        }

        var count = 0;
        foreach (var (key, actions) in ByVerb)
        {
            for (var i = actions.Count - 1; i >= 0 && rate.Concerns(key.Domain, key.Verb) && actions[i].At > since; i--)
            {
                count += rate.IsIn(actions[i].Namespace) ? 1 : 0;
            }
        }

        return count;
    }

    /// <inheritdoc />
    public IEnumerator<PastAction> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Dictionary<Deed, PastAction> Newest(IEnumerable<PastAction> actions)
    {
        var last = new Dictionary<Deed, PastAction>();
        foreach (var action in actions)
        {
            var deed = new Deed(action.Domain, action.Verb, action.Target);
            if (!last.TryGetValue(deed, out var other) || other.At < action.At)
            {
                last[deed] = action;
            }
        }

        return last;
    }

    private static Dictionary<(string Domain, string Verb), List<PastAction>> Rising(IEnumerable<PastAction> actions) =>
        actions.Where(a => a.Tier > RiskTier.Read)
            .GroupBy(a => (a.Domain, a.Verb))
            .ToDictionary(g => g.Key, g => g.OrderBy(a => a.At).ToList());

    // Targets of some domains differ by case; taking them for the same only makes people wait.
    private readonly record struct Deed(string Domain, string Verb, string Target)
    {
        public bool Equals(Deed other) =>
            Domain == other.Domain && Verb == other.Verb && Target.Equals(other.Target, StringComparison.OrdinalIgnoreCase);

        public override int GetHashCode() =>
            HashCode.Combine(Verb, string.GetHashCode(Target, StringComparison.OrdinalIgnoreCase));
    }
}
