using System.Collections.Frozen;
using Legator.Core.Actions;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>
/// Whether a sentence asks for a command on a host: it has the command word for word, or asks for what the command does, by its verb, with everything that it does it to.
/// A name that the sentence has beside another verb is no order.
/// </summary>
internal static class AskedCommand
{
    private static readonly FrozenSet<string> Restarts = Set("restart reload try-restart reload-or-restart try-reload-or-restart condrestart condreload force-reload");

    // What the classifier says of commands that do anything.
    private static readonly FrozenSet<string> Unspecific = Set("write run exec read change");

    public static bool IsIn(AuthoredPassage passage, ProposedAction action)
    {
        var words = WordsOf(action.Target.Text);
        if (passage.AsksInWords(Terms(words)))
        {
            return true;
        }

        if (Unspecific.Contains(action.Verb))
        {
            return false;
        }

        var intent = Restarts.Contains(action.Verb) ? Intent.Restart : action.Verb == "delete" ? Intent.Delete : Intent.None;
        var at = words.FindIndex(w => w.Equals(action.Verb, StringComparison.OrdinalIgnoreCase));
        // The program, and its own word for what it does, are no objects; a path alone is one.
        var objects = words.Where((word, i) => i != at && (i > 0 || word.Contains('/', StringComparison.Ordinal))).ToList();
        return passage.Asking(intent, [action.Verb]).Any() && (objects.Count > 0 || at == 0) && objects.TrueForAll(o => Terms([o]) is var terms && terms.TrueForAll(t => passage.Names(t) || passage.Names(t.Split('.')[0])));
    }

    private static List<string> WordsOf(string target)
    {
        var command = target[(target.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w[0] != '-').ToList();
        return words is ["sudo", _, ..] ? words[1..] : words;
    }

    private static List<string> Terms(IEnumerable<string> words)
    {
        var terms = new List<string>();
        foreach (var word in words)
        {
            foreach (var range in new TextTerms(word))
            {
                terms.Add(word[range]);
            }
        }

        return terms;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
