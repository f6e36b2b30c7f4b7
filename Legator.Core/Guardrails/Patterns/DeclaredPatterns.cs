using Legator.Core.Actions;

namespace Legator.Core.Guardrails.Patterns;

/// <summary>The sheet entries of one tool, or of one pattern of tools, made ready for many questions.</summary>
internal sealed class DeclaredPatterns
{
    private const int OrdinaryLength = 512;

    private readonly (int Number, DeclaredAction Entry)[] _targeted;
    private readonly (int Number, DeclaredAction Entry)[] _untargeted;
    private readonly PatternIndex _index;

    /// <summary>Arranges entries.</summary>
    /// <param name="entries">The entries with their numbers in the sheet.</param>
    public DeclaredPatterns(IEnumerable<(int Number, DeclaredAction Entry)> entries)
    {
        var all = entries.ToList();
        _targeted = [.. all.Where(e => !string.IsNullOrWhiteSpace(e.Entry.TargetPattern))];
        _untargeted = [.. all.Where(e => string.IsNullOrWhiteSpace(e.Entry.TargetPattern))];
        _index = new PatternIndex(_targeted.Select(e => e.Entry.TargetPattern!));
    }

    /// <summary>Adds the numbers of the entries that declare an action.</summary>
    public void Find(ProposedAction action, ref PatternHits found)
    {
        // What is guarded must be named by its kind, so an entry without a target does not declare it.
        if (!action.Guarded)
        {
            foreach (var (number, _) in _untargeted)
            {
                found.Add(number);
            }
        }

        if (_index.Count == 0)
        {
            return;
        }

        var walk = new SubjectWalk(_index, stackalloc char[OrdinaryLength], one: false);
        try
        {
            walk.SheetSubjects(action.Verb, action.Target.Spelling);
            for (var i = 0; i < walk.Hits.Count; i++)
            {
                Take(action, walk.Hits[i], ref found);
            }
        }
        finally
        {
            walk.Dispose();
        }
    }

    private void Take(ProposedAction action, int id, ref PatternHits found)
    {
        if (!action.Guarded || NamesKind(_index[id].Pattern, action.Target))
        {
            found.Add(_targeted[id].Number);
        }
    }

    private static bool NamesKind(string pattern, CanonicalTarget target) =>
        pattern.Split(' ', '/').Any(word => target.KindNames.Contains(word, StringComparer.OrdinalIgnoreCase));
}
