using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Shell.Commands;

/// <summary>The commands that talk to other machines: all of the families that do. What no family has is no read in the first place.</summary>
internal static class TalkingCommands
{
    private static readonly IEnumerable<CommandModel> Families =
    [
        .. Network.NetworkCommands.Talking,
        .. Daemons.ServerCommands.All,
        .. Wrappers.RemoteCommands.All,
        .. Sources.GitCommands.All,
        .. Databases.DatabaseCommands.All,
        .. Tooling.ToolingCommands.All,
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        Families.SelectMany(model => model.Names.Split(' ')).Concat(["resolvectl", "systemd-resolve", "skopeo"]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for the name of one of them, also behind a path.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Names.Contains(word[(word.LastIndexOf('/') + 1)..]);
}
