using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Legator.Core.Actions;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>
/// Whether people asked for a call whose targets have no kinds: of HTTP, of a cloud, of an MCP server. A sentence must ask for the operation, and speak of what the call is about;
/// what other sentences speak of is not meant by it.
/// </summary>
internal static partial class AskedCall
{
    private static readonly string[] Machines = ["machine", "vm", "server", "host", "instance"];
    private static readonly string[] Methods = ["POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] Comparing = ["than", "below", "under", "above", "over", "exceeds", "reaches", "least", "most"];
    private static readonly FrozenSet<string> Ending = "if when where whenever once while unless until after before read get look check fetch see watch".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for an operation of a cloud that sets how many of something there are.</summary>
    public static bool IsCount(ProposedAction action) => action.Verb == "set-desired-capacity";

    public static bool IsIn(IReadOnlyList<AuthoredPassages> texts, string tool, ProposedAction action, IReadOnlyList<CallValue> values, Func<string, bool> isOwn)
    {
        var words = Operation(tool, action);
        var about = values.Where(v => !v.IsPlace && !v.IsNumber).Select(v => v.Text);
        var numbers = !IsHttp(tool) ? values.Where(v => v.IsNumber).Select(v => v.Text).ToList() : [];
        bool IsCounted(AuthoredPassage said) => numbers.TrueForAll(n => IsCount(action) ? AskedCount.Gives(said, n) || (isOwn(n) && AskedCount.Spans(said, n)) : IsGiven(texts, said, n));
        var intent = IntentWords.OfVerb(action.Verb);
        if (IsCount(action))
        {
            (words, intent) = (new HashSet<string>(AskedCount.Keeping, StringComparer.OrdinalIgnoreCase) { action.Verb }, Intent.Scale);
        }

        foreach (var word in words)
        {
            intent |= IntentWords.OfVerb(word);
        }

        var objects = about.Where(v => !words.Contains(v)).Concat(IsHttp(tool) ? PathOf(action.Target.Text) : []).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return !texts.Any(t => t.All.Any(p => objects.Any(o => p.Prohibits(intent, [o]))))
            && texts.Any(t => t.All.Any(p => p.Asking(intent, words).Any(at => !IsHttp(tool) || (IsOfMethod(p, at, action) && LeadsTo(p, at, objects, PathOf(action.Target.Text)))) && IsOfService(p, tool, action, objects) && IsCounted(p) && Speaks(texts, t, p, tool, objects)));
    }

    // Of an address all words count, also those that elsewhere are a tool's own.
    private static List<string> PathOf(string address)
    {
        var path = address[(address.IndexOf('/', address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0) is >= 0 and var at ? at : address.Length)..];
        var terms = new List<string>();
        foreach (var range in new TextTerms(path))
        {
            if (path.AsSpan(range).ContainsAnyExceptInRange('0', '9'))
            {
                terms.Add(path[range]);
            }
        }

        return terms;
    }

    // Whoever writes POST has not asked for a PUT.
    private static bool IsOfMethod(AuthoredPassage passage, int at, ProposedAction action)
    {
        var named = passage.Terms.Where((term, i) => Methods.Contains(term) || term.StartsWith("http.", StringComparison.OrdinalIgnoreCase) || (i == at && Methods.Contains(term.ToUpperInvariant())))
            .Select(term => term[(term.IndexOf('.', StringComparison.Ordinal) + 1)..]).ToList();
        return named.Count == 0 || named.Contains(action.Verb, StringComparer.OrdinalIgnoreCase);
    }

    // "When /status says stuck, POST to /kick": the address of a wish stands behind it, that of a condition does not.
    private static bool LeadsTo(AuthoredPassage passage, int at, List<string> objects, List<string> path)
    {
        // "Send {…} by POST to /hooks": what is sent stands before the method, whatever words it has.
        var from = Enumerable.Range(at + 1, Math.Max(0, passage.Terms.Count - at - 1)).FirstOrDefault(i => Methods.Contains(passage.Terms[i]) && passage.Terms[i - 1] is "by" or "via" or "per" or "with", at);
        var reach = passage.Terms.Skip(from + 1).TakeWhile((term, i) => !Ending.Contains(term) || IsOneTime(passage.Terms, from + 1 + i)).ToList();
        var sent = passage.Terms.Skip(at + 1).Take(from - at).ToList();
        return objects.TrueForAll(o => !passage.Names(o) || reach.Contains(o, StringComparer.OrdinalIgnoreCase) || (!path.Contains(o, StringComparer.OrdinalIgnoreCase) && sent.Contains(o, StringComparer.OrdinalIgnoreCase)));
    }

    // "POST to /backup, once, with …" sets no condition; "once the queue is empty" does.
    private static bool IsOneTime(IReadOnlyList<string> terms, int at) =>
        terms[at].Equals("once", StringComparison.OrdinalIgnoreCase) && (at + 1 == terms.Count || terms[at + 1].ToLowerInvariant() is "with" or "and" or "per" or "only");

    private static bool IsHttp(string tool) => tool.StartsWith("http.", StringComparison.Ordinal);

    // A name is that of a machine, of a set of them and of a site at once: the sentence says which it means, or has an id that is of one kind only.
    private static bool IsOfService(AuthoredPassage passage, string tool, ProposedAction action, List<string> objects)
    {
        if (tool is not ("aws.cli" or "az.cli"))
        {
            return true;
        }

        var command = action.Target.Text;
        var service = command[..(command.LastIndexOf(' ') is > 0 and var end ? end : command.Length)].Split(' ')[0];
        bool Says(string word) => passage.Terms.Any(t => t.Equals(word, StringComparison.OrdinalIgnoreCase) || t.Equals(word + "s", StringComparison.OrdinalIgnoreCase) || (word.EndsWith('s') && t.Equals(word[..^1], StringComparison.OrdinalIgnoreCase)));
        return Says(service) || (service == "vm" && Machines.Any(Says)) || (IsCount(action) && Says("group")) || action.Verb.Split('-').Skip(1).Any(part => part.Length > 2 && Says(part))
            || (tool == "aws.cli" && objects.Count > 0 && objects.TrueForAll(o => ResourceId().IsMatch(o)));
    }

    // "Order 10 when fewer than 5 are left": what is compared with is no number to order.
    private static bool IsGiven(IReadOnlyList<AuthoredPassages> texts, AuthoredPassage passage, string number) =>
        passage.Terms.Where((term, i) => term == number && (i == 0 || !Comparing.Contains(passage.Terms[i - 1], StringComparer.OrdinalIgnoreCase))).Any() || !texts.Any(t => t.All.Any(p => p.Terms.Contains(number)));

    private static bool Speaks(IReadOnlyList<AuthoredPassages> texts, AuthoredPassages text, AuthoredPassage passage, string tool, List<string> objects)
    {
        // Values that no sentence has stand in the environment or in the sheet.
        bool IsSaid(string value) => texts.Any(t => t.All.Any(p => p.Terms.Contains(value, StringComparer.OrdinalIgnoreCase)));
        bool IsMeant(string value) => passage.HasPronoun && text.All.TakeWhile(p => p != passage).LastOrDefault(p => objects.Exists(p.Names))?.Names(value) == true;

        var parts = IsHttp(tool) ? objects.SelectMany(o => o.Split('.').Append(o)) : objects;
        return objects.TrueForAll(o => passage.Names(o) || IsMeant(o) || !IsSaid(o)) && (objects.Count == 0 || parts.Any(o => passage.Names(o) || IsMeant(o)) || !IsHttp(tool));
    }

    private static HashSet<string> Operation(string tool, ProposedAction action)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { tool, tool[(tool.LastIndexOf('.') + 1)..] };
        if (tool is "aws.cli" or "az.cli")
        {
            // Of start-instances, instances are what it is about.
            words = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { action.Verb, action.Verb.Split('-')[0] };
        }

        return words;
    }

    // i-0aaa1111bbbb2222c
    [GeneratedRegex("^[a-z]{1,8}-[0-9a-f]{8,17}$")]
    private static partial Regex ResourceId();
}
