using System.Collections.Frozen;

namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>The words with which people ask for something. A word that is missing here costs a person's answer, and lets nothing through.</summary>
internal static class IntentWords
{
    private static readonly FrozenDictionary<string, (Intent Intent, IntentForm Form)>.AlternateLookup<ReadOnlySpan<char>> Words = Inflected(
        (Intent.Restart, "restart reboot bounce recycle redeploy relaunch recreate respawn reload kick cycle re-start heal revive"),
        (Intent.Scale, "scale rescale resize shrink grow upscale downscale scale-up scale-down autoscale"),
        (Intent.Delete, "delete remove destroy drop kill evict terminate purge erase wipe uninstall prune clean cleanup tidy"),
        (Intent.Pause, "pause suspend halt stop disable"),
        (Intent.Resume, "resume unpause continue start enable"),
        (Intent.Undo, "undo rollback revert roll-back"),
        (Intent.Label, "label tag mark"),
        (Intent.Annotate, "annotate mark"),
        (Intent.Change, "patch edit modify update change set configure adjust raise lower increase decrease replace bump switch fix"),
        (Intent.Create, "apply create install deploy add restore make"),
        (Intent.Cordon, "cordon"),
        (Intent.Uncordon, "uncordon"),
        (Intent.Drain, "drain evacuate empty"),
        (Intent.Send, "send post submit put upload call trigger open comment promote sync order request acknowledge silence close"),
        (Intent.Delegate, "delegate ask consult hand assign involve request"),
        (Intent.Tell, "publish tell announce inform notify alert warn escalate raise broadcast signal emit ask"),
        (Intent.Note, "note remember keep store save record persist track memorize memorise write"),
        (Intent.Forget, "forget clear delete remove reset drop")).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, Intent>.AlternateLookup<ReadOnlySpan<char>> Tools = new Dictionary<string, Intent>(StringComparer.OrdinalIgnoreCase)
    {
        ["kubectl.scale"] = Intent.Scale,
        ["kubectl.delete"] = Intent.Delete,
        ["kubectl.patch"] = Intent.Change,
        ["kubectl.label"] = Intent.Label,
        ["kubectl.annotate"] = Intent.Annotate,
        ["kubectl.apply"] = Intent.Create | Intent.Change,
        ["kubectl.cordon"] = Intent.Cordon,
        ["kubectl.uncordon"] = Intent.Uncordon,
        ["kubectl.drain"] = Intent.Drain,
        ["http.post"] = Intent.Send,
        ["http.put"] = Intent.Send | Intent.Change,
        ["http.patch"] = Intent.Send | Intent.Change,
        ["http.delete"] = Intent.Delete,
        ["http.request"] = Intent.Send,
        ["a2a.delegate"] = Intent.Delegate,
        ["event.publish"] = Intent.Tell,
        ["state.set"] = Intent.Note,
        ["state.delete"] = Intent.Forget,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, Intent> Verbs = new Dictionary<string, Intent>(StringComparer.OrdinalIgnoreCase)
    {
        ["restart"] = Intent.Restart,
        ["scale"] = Intent.Scale,
        ["autoscale"] = Intent.Scale,
        ["delete"] = Intent.Delete,
        ["evict"] = Intent.Delete,
        ["pause"] = Intent.Pause,
        ["resume"] = Intent.Resume,
        ["undo"] = Intent.Undo,
        ["label"] = Intent.Label,
        ["annotate"] = Intent.Annotate,
        ["patch"] = Intent.Change,
        ["edit"] = Intent.Change,
        ["set"] = Intent.Change,
        ["replace"] = Intent.Change,
        ["apply"] = Intent.Create | Intent.Change,
        ["create"] = Intent.Create,
        ["cordon"] = Intent.Cordon,
        ["uncordon"] = Intent.Uncordon,
        ["drain"] = Intent.Drain,
        ["post"] = Intent.Send,
        ["put"] = Intent.Send | Intent.Change,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a verb of an action is asked for with; <see cref="Intent.None"/> for one that only its own name asks for.</summary>
    public static Intent OfVerb(string verb) => Verbs.GetValueOrDefault(verb);

    /// <summary>What a word that people wrote asks for, and in what form it does.</summary>
    public static (Intent Intent, IntentForm Form) Of(ReadOnlySpan<char> term) =>
        Words.TryGetValue(term, out var word) ? word : Tools.TryGetValue(term, out var tool) ? (tool, IntentForm.Plain) : default;

    private static FrozenDictionary<string, (Intent Intent, IntentForm Form)> Inflected(params ReadOnlySpan<(Intent Intent, string Words)> all)
    {
        var words = new Dictionary<string, (Intent Intent, IntentForm Form)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (intent, list) in all)
        {
            foreach (var word in list.Split(' '))
            {
                Add(word, intent, IntentForm.Plain);
                Add(Third(word), intent, IntentForm.Third);
                Add(Stem(word) + "ing", intent, IntentForm.Going);
                Add(Stem(word) + "ed", intent, IntentForm.Done);
            }
        }

        foreach (var (done, word) in new[] { ("told", "tell"), ("sent", "send"), ("kept", "keep"), ("shrunk", "shrink"), ("undone", "undo"), ("made", "make"), ("set", "set"), ("put", "put") })
        {
            words.TryAdd(done, (words[word].Intent, IntentForm.Done));
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(string word, Intent intent, IntentForm form)
        {
            var known = words.GetValueOrDefault(word);
            words[word] = (known.Intent | intent, known.Intent == Intent.None ? form : known.Form);
        }
    }

    private static string Third(string word) => word == "tidy" ? "tidies" : word[^1] is 's' or 'h' or 'x' ? word + "es" : word + "s";

    private static string Stem(string word) => word switch
    {
        "stop" or "drop" or "put" or "set" or "tag" or "submit" => word + word[^1],
        "empty" => word,
        _ => word[^1] == 'e' ? word[..^1] : word,
    };
}
