using System.Collections.Frozen;
using Legator.Core.Actions;
using Legator.Core.Guardrails.Patterns;

namespace Legator.Core.Guardrails;

/// <summary>All rules of all protection classes that hold for a run, the built-in ones first, made ready for many questions.</summary>
internal sealed class ProtectionIndex
{
    private const int OrdinaryLength = 512;

    private readonly FrozenDictionary<string, Rules> _byDomain;
    private readonly Rules _anyDomain;

    private ProtectionIndex(IReadOnlyList<ProtectionClass> classes)
    {
        var all = classes.SelectMany(c => c.Rules.SelectMany(Spelled).Select(r => (Class: c, Rule: r))).ToList();
        _anyDomain = new Rules([.. all.Where(r => r.Rule.Domain.Length == 0)]);
        _byDomain = all.Select(r => r.Rule.Domain).Where(d => d.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(d => d, d => new Rules([.. all.Where(r => r.Rule.Domain.Length == 0 || r.Rule.Domain.Equals(d, StringComparison.OrdinalIgnoreCase))]), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The built-in classes alone.</summary>
    public static ProtectionIndex BuiltIn { get; } = new(BuiltInProtection.Classes);

    /// <summary>The built-in classes and those that a site adds.</summary>
    public static ProtectionIndex With(IReadOnlyList<ProtectionClass> added) =>
        added.Count == 0 ? BuiltIn : new([.. BuiltInProtection.Classes, .. added]);

    /// <summary>The rules that concern an action of a call, any of the objects that an action stands for, or the text of the call; null for none.</summary>
    public List<ProtectionHit>? Find(GuardrailInput input)
    {
        List<ProtectionHit>? hits = null;
        string? asked = null;
        foreach (var action in input.Actions)
        {
            // The text of the call is the same for all of its actions.
            var line = action.Domain == asked ? null : input.FoldedLine;
            asked = action.Domain;
            _byDomain.GetValueOrDefault(action.Domain, _anyDomain).Find(action, line, ref hits);
        }

        return hits;
    }

    /// <summary>Operations of clouds are written with dots in rules and with blanks on command lines.</summary>
    private static IEnumerable<ProtectionRule> Spelled(ProtectionRule rule) =>
        rule.Domain.ToLowerInvariant() is "aws" or "azure" && rule.Pattern.Contains('.', StringComparison.Ordinal)
            ? [rule, rule with { Pattern = rule.Pattern.Replace('.', ' ') }]
            : [rule];

    private sealed class Rules(IReadOnlyList<(ProtectionClass Class, ProtectionRule Rule)> rules)
    {
        private readonly PatternIndex _index = new(rules.Select(r => r.Rule.Pattern));

        public void Find(ProposedAction action, string? line, ref List<ProtectionHit>? hits)
        {
            if (rules.Count == 0)
            {
                return;
            }

            var walk = new SubjectWalk(_index, stackalloc char[OrdinaryLength], one: false) { Overlapping = action.Target.Collection };
            try
            {
                walk.SheetSubjects(action.Verb, action.Target.Spelling);
                Take(walk.Hits, action, ref hits);
            }
            finally
            {
                walk.Dispose();
            }

            if (line is not null)
            {
                var said = new PatternHits(one: false);
                _index.Match(line, ref said);
                TakeSaid(said, action, ref hits);
            }
        }

        private void Take(PatternHits found, ProposedAction action, ref List<ProtectionHit>? hits)
        {
            foreach (var id in found.Sorted())
            {
                (hits ??= []).Add(new ProtectionHit(rules[id].Class.Name, rules[id].Rule, action));
            }
        }

        // The built-in rules stand behind parsers and need no text, in which a word may mean anything.
        private void TakeSaid(PatternHits found, ProposedAction action, ref List<ProtectionHit>? hits)
        {
            foreach (var id in found.Sorted())
            {
                if (!BuiltInProtection.Classes.Contains(rules[id].Class))
                {
                    (hits ??= []).Add(new ProtectionHit(rules[id].Class.Name, rules[id].Rule, action));
                }
            }
        }
    }
}
