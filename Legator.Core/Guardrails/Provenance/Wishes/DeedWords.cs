using System.Collections.Frozen;

namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>The words that ask for something to be done, and those with which a text turns to an agent.</summary>
internal static class DeedWords
{
    private static readonly FrozenDictionary<string, Deed>.AlternateLookup<ReadOnlySpan<char>> Asking = Words(
        (Deed.Restart, "restart reboot bounce recycle redeploy rollout relaunch recreate kick cycle reload re-start"),
        (Deed.Scale, "scale rescale resize shrink downscale upscale scale-down scale-up"),
        (Deed.Delete, "delete remove destroy drop kill evict terminate purge erase wipe nuke uninstall rm"),
        (Deed.Stop, "stop halt shutdown disable pause suspend deactivate"),
        (Deed.Change, "patch edit apply modify annotate label configure replace change set update expose"),
        (Deed.Node, "cordon uncordon drain taint evacuate"),
        (Deed.Undo, "undo rollback revert roll-back"),
        (Deed.Start, "start enable resume create run launch execute exec invoke trigger"),
        (Deed.Send, "send post publish notify upload submit forward share email delegate")).GetAlternateLookup<ReadOnlySpan<char>>();

    // In "is restarting" somebody tells what happens; "try restarting" asks for it.
    private static readonly FrozenDictionary<string, Deed>.AlternateLookup<ReadOnlySpan<char>> Going = Words(
        (Deed.Restart, "restarting rebooting bouncing recycling redeploying reloading"),
        (Deed.Scale, "scaling resizing shrinking"),
        (Deed.Delete, "deleting removing destroying dropping killing evicting terminating purging erasing wiping"),
        (Deed.Stop, "stopping halting disabling pausing suspending"),
        (Deed.Change, "patching editing applying annotating replacing"),
        (Deed.Node, "cordoning draining"),
        (Deed.Send, "sending posting publishing uploading")).GetAlternateLookup<ReadOnlySpan<char>>();

    // "was deleted" tells, "must be deleted" asks.
    private static readonly FrozenDictionary<string, Deed>.AlternateLookup<ReadOnlySpan<char>> Done = Words(
        (Deed.Restart, "restarted rebooted bounced recycled redeployed reloaded recreated"),
        (Deed.Scale, "scaled rescaled resized"),
        (Deed.Delete, "deleted removed destroyed dropped killed evicted terminated purged wiped"),
        (Deed.Stop, "stopped halted disabled paused suspended"),
        (Deed.Change, "patched edited applied annotated replaced changed updated"),
        (Deed.Node, "cordoned drained"),
        (Deed.Undo, "reverted undone"),
        (Deed.Start, "started enabled created"),
        (Deed.Send, "sent posted published uploaded")).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Telling =
        Set("is are was were been keeps kept off back-off not count when after while failed before").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Wishing = Set("be being get gets got").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nouns = Set("count counts policy policies time times").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Turning =
        Set("ignore disregard override instruction instructions assistant urgent urgently immediately kubectl prompt llm tool tools tool_call function_call").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Sweeping =
        Set("all every each everything anything others other rest any oldest newest latest first last next largest biggest whichever whose same entire whole critical important").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a word that means things without a name of their own.</summary>
    public static bool Sweeps(ReadOnlySpan<char> term) => Sweeping.Contains(term);

    /// <summary>What a term asks for, given the terms around it.</summary>
    public static Deed Asked(ReadOnlySpan<char> term, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (Asking.TryGetValue(term, out var asked))
        {
            return Nouns.Contains(after) ? Deed.None : asked;
        }

        if (Going.TryGetValue(term, out var going))
        {
            return Telling.Contains(before) ? Deed.None : going;
        }

        return Done.TryGetValue(term, out var done) && Wishing.Contains(before) ? done : OfTool(term);
    }

    /// <summary>What a word of a call does, however it is written.</summary>
    public static Deed Of(ReadOnlySpan<char> term) => Asking.TryGetValue(term, out var deed) ? deed : OfTool(term);

    /// <summary>True for a word with which a text turns to an agent.</summary>
    public static bool TurnsToAgents(ReadOnlySpan<char> term) =>
        Turning.Contains(term) || term.StartsWith("kubectl.", StringComparison.OrdinalIgnoreCase) || (term.StartsWith("a2a.", StringComparison.OrdinalIgnoreCase) && !term.StartsWith("a2a.task", StringComparison.OrdinalIgnoreCase));

    /// <summary>True for a word that every description of a tool has.</summary>
    public static bool NamesTools(ReadOnlySpan<char> term) => term.Equals("tool", StringComparison.OrdinalIgnoreCase) || term.Equals("tools", StringComparison.OrdinalIgnoreCase);

    // kubectl.scale, http.post, rollout-restart: the last part is the verb.
    private static Deed OfTool(ReadOnlySpan<char> term)
    {
        var cut = term.LastIndexOfAny('.', '-', '_');
        return cut > 0 && Asking.TryGetValue(term[(cut + 1)..], out var deed) && term.IndexOfAnyInRange('0', '9') < 0 ? deed : Deed.None;
    }

    private static FrozenDictionary<string, Deed> Words(params ReadOnlySpan<(Deed Deed, string Words)> all)
    {
        var words = new Dictionary<string, Deed>(StringComparer.OrdinalIgnoreCase);
        foreach (var (deed, list) in all)
        {
            foreach (var word in list.Split(' '))
            {
                words[word] = deed;
            }
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
