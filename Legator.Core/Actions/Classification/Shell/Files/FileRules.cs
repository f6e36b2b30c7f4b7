using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>What reading, writing and removing a path means. Harmless places such as <c>/dev/null</c> give no action at all.</summary>
public static class FileRules
{
    /// <summary>Reading what is in a file.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="path">The path as the command gets it.</param>
    public static IReadOnlyList<ProposedAction> Read(ShellScope scope, ShellWord path)
    {
        if (path.Literal is "-" or "")
        {
            return [];
        }

        if (path.Literal is null && ListedFiles.In(path) is { } files)
        {
            return [.. files.SelectMany(f => Read(scope, f))];
        }

        var found = PathReader.Read(path, scope.Directory);
        return !SecretPaths.Set.MayHold(found) ? [ShellActions.Of(scope, "read", found.Text, RiskTier.Read)]
            : found.Open && !SecretPaths.Set.Spells(found) ? [ShellActions.Of(scope, "read", found.Text, RiskTier.DestructiveMutation, "nobody knows which file is read")]
            : [Refused(scope, "read", found.Text, RiskTier.DestructiveMutation, $"{found.Text} holds secrets, or may stand for a file that does.")];
    }

    /// <summary>Creating a file, or replacing or extending what is in it.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="path">The path as the command gets it.</param>
    public static IReadOnlyList<ProposedAction> Write(ShellScope scope, ShellWord path)
    {
        var found = PathReader.Read(path, scope.Directory);
        if (found.Plain && ProtectedPaths.Sinks.MayHold(found))
        {
            return [];
        }

        return [Guard(scope, "write", found) ?? Written(scope, found)];
    }

    /// <summary>Creating a directory or an empty file, which takes nothing away.</summary>
    internal static IReadOnlyList<ProposedAction> Make(ShellScope scope, ShellWord path) =>
        [.. Write(scope, path).Select(a => a is { Tier: RiskTier.DestructiveMutation, BlockedBecause: null } ? ShellActions.Of(scope, "write", PathReader.Read(path, scope.Directory).Text, RiskTier.ServiceMutation, "a file or directory is made") : a)];

    /// <summary>Reading everything below a directory, or a file.</summary>
    internal static IReadOnlyList<ProposedAction> ReadTree(ShellScope scope, ShellWord path) => Read(scope, Below(path));

    /// <summary>Counting or naming what is in a file: told only of a file that is named.</summary>
    internal static IReadOnlyList<ProposedAction> Glance(ShellScope scope, ShellWord path) =>
        path.Literal is null ? [] : Read(scope, path);

    /// <summary>The path, and all that lies below it.</summary>
    internal static ShellWord Below(ShellWord path) => new([.. path.Parts, new WordPart(WordPartKind.Literal, "/"), new WordPart(WordPartKind.Glob, "**")]);

    /// <summary>Removing a path, with all below it or not.</summary>
    internal static IReadOnlyList<ProposedAction> Remove(ShellScope scope, ShellWord path, bool tree)
    {
        var found = PathReader.Read(path, scope.Directory);
        // What lies anywhere below a directory is data where the directory is.
        var place = found.Segments.TakeWhile(s => s != PathSigns.DeepName).ToList();
        var around = place.Count == found.Segments.Count ? found : new ShellPath(place, found.Open, found.Text);
        var whole = tree || (around != found && found.Name == PathSigns.DeepName);
        var data = !found.Open && (DataPaths.Removed.MayHold(around) || (whole && DataPaths.Roots.MayHold(around)));
        return [Guard(scope, "delete", found) ?? (data
            ? ShellActions.Of(scope, "delete", found.Text, RiskTier.DataMutation, "data lies there")
            : ShellActions.Of(scope, "delete", found.Text, RiskTier.DestructiveMutation, found.Open ? PipedRemovals.Unknown : "a file is removed"))];
    }

    /// <summary>Changing owner, mode, attributes or name of a path.</summary>
    internal static IReadOnlyList<ProposedAction> Change(ShellScope scope, ShellWord path, string verb)
    {
        var found = PathReader.Read(path, scope.Directory);
        return [Guard(scope, verb, found) ?? (!found.Open && DataPaths.Written.MayHold(found)
            ? ShellActions.Of(scope, verb, found.Text, RiskTier.DataMutation, "data lies there")
            : ShellActions.Of(scope, verb, found.Text, RiskTier.DestructiveMutation, "a file's owner, rights or name change"))];
    }

    /// <summary>True when a word names a file with password hashes or keys, whatever is done with it.</summary>
    internal static bool NamesSecret(ShellScope scope, string path)
    {
        var found = PathReader.Read(ShellWord.Of(path), scope.Directory);
        return found.Plain && SecretPaths.Kept.MayHold(found);
    }

    /// <summary>Refuses a command that gets the name of such a file.</summary>
    internal static ProposedAction RefuseSecret(ShellScope scope, string path) =>
        Refused(scope, "read", path, RiskTier.DestructiveMutation, $"{path} holds secrets.");

    private static ProposedAction? Guard(ShellScope scope, string verb, ShellPath path)
    {
        if (path.Open || !ProtectedPaths.Set.MayHold(path))
        {
            return null;
        }

        var tier = verb == "write" && ProtectedPaths.Devices.MayHold(path) ? RiskTier.DataMutation : RiskTier.DestructiveMutation;
        return Refused(scope, verb, path.Text, tier, $"{path.Text} decides who owns the machine or whether it starts; no agent changes it.");
    }

    private static ProposedAction Written(ShellScope scope, ShellPath path) =>
        !path.Open && DataPaths.Written.MayHold(path) ? ShellActions.Of(scope, "write", path.Text, RiskTier.DataMutation, "data lies there")
        : path.Plain && ProtectedPaths.Kernel.MayHold(path) ? ShellActions.Of(scope, "write", path.Text, RiskTier.ServiceMutation, "the running kernel is told something")
        : ShellActions.Of(scope, "write", path.Text, RiskTier.DestructiveMutation, "a file is written");

    private static ProposedAction Refused(ShellScope scope, string verb, string path, RiskTier tier, string because) =>
        ShellActions.Of(scope, verb, path, tier, "it is never done") with { BlockedBecause = because };
}
