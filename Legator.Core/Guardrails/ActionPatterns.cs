using Legator.Core.Actions;
using Legator.Core.Guardrails.Patterns;

namespace Legator.Core.Guardrails;

/// <summary>A list of entries of allowedActions or deniedActions, made ready for many questions.</summary>
/// <param name="texts">The entries.</param>
internal sealed class ActionPatterns(IEnumerable<string> texts)
{
    private const int OrdinaryLength = 512;

    private readonly PatternIndex _index = new(texts);

    /// <summary>No entries.</summary>
    public static ActionPatterns None { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => _index.Count;

    /// <summary>Number of an entry that stands for all that an action touches; -1 for none.</summary>
    public int FindCovering(string tool, ProposedAction action) => Find(tool, action, overlapping: false);

    /// <summary>Number of an entry that stands for anything that an action touches; -1 for none.</summary>
    public int FindTouching(string tool, ProposedAction action) => Find(tool, action, action.Target.Collection);

    /// <summary>Number of an entry that stands for a tool with the text of the call; -1 for none.</summary>
    public int FindLine(string tool, string foldedLine)
    {
        var walk = new SubjectWalk(_index, stackalloc char[OrdinaryLength], one: true);
        try
        {
            walk.LineSubject(tool, foldedLine);
            return walk.Hits.First;
        }
        finally
        {
            walk.Dispose();
        }
    }

    private int Find(string tool, ProposedAction action, bool overlapping)
    {
        if (Count == 0)
        {
            return -1;
        }

        var walk = new SubjectWalk(_index, stackalloc char[OrdinaryLength], one: true) { Overlapping = overlapping };
        try
        {
            walk.ToolSubjects(tool, action.Verb, action.Tier.WireName(), action.Target.Spelling);
            return walk.Hits.First;
        }
        finally
        {
            walk.Dispose();
        }
    }
}
