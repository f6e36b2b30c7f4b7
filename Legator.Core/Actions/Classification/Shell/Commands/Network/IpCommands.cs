namespace Legator.Core.Actions.Classification.Shell.Commands.Network;

/// <summary>What ip and its sisters do with their objects.</summary>
internal static class IpCommands
{
    private const string Shows = "sh sho show l ls li lis list lst g ge get save dump";

    /// <summary>The objects of ip.</summary>
    public static IReadOnlyList<CommandModel> Objects { get; } =
    [
        Object("a ad add addr addre addres address link l li lin neigh n ne nei neig neighbor neighbour ntable rule ru rul rules maddr maddress mroute mr mrule tunnel tunn tun tuntap tcp_metrics tcpmetrics token macsec vrf sr fou ila nexthop mptcp addrlabel addrl ioam stats stat"),
        Object("link l li lin"),
        Object("route r ro rou rout route6"),
        Object("netconf"),
        CommandModel.Shows("help"),
        new("netns net netn") { Subcommands = [CommandModel.Shows("list list-id ls identify pids show monitor"), new("exec e ex exe") { AnyOption = true, Style = Options.OptionStyle.Posix, Operands = Options.ArgumentRole.Text, Judge = Inside }, Changes("add delete del set attach")], Alone = true },
        CommandModel.Shows("monitor mo mon m"),
        new("xfrm x xf") { Subcommands = [new("policy p") { Subcommands = [CommandModel.Shows(Shows + " count c"), Changes("add update delete deleteall flush set")], Alone = true }, new("state s st") { Subcommands = [CommandModel.Shows("count c"), Changes("add update delete deleteall flush allocspi")] }] },
    ];

    /// <summary>The objects of bridge, tc and others that are only shown.</summary>
    public static IReadOnlyList<CommandModel> Shown { get; } =
    [
        Object("link fdb mdb vlan vni qdisc class filter chain action actions system res resource dev port health info sb trap region"),
        CommandModel.Shows("monitor help mon"),
    ];

    private static CommandModel Object(string names) => new(names)
    {
        Subcommands = [CommandModel.Shows(names[0] == 'l' ? Shows : Shows + " s"), Changes("add a ad del d de dele delete set change chg replace repl append flush f fl restore mod modify destroy up down clear"), CommandModel.Shows("help showdump count identify")],
        Alone = true,
        AnyOption = true,
    };

    // With "-all" no name is told: the command begins at once.
    private static void Inside(CommandCall call)
    {
        var all = call.Words.TakeWhile(w => w.Literal is not ("netns" or "net" or "netn")).Any(w => w.Literal is not { } text || (text.TrimStart('-') is { Length: > 0 } name && text[0] == '-' && "all".StartsWith(name, StringComparison.Ordinal)));
        Wrappers.WrapperCommands.Rest(call, all ? 0 : 1);
    }

    private static CommandModel Changes(string names) => CommandModel.Does(names, RiskTier.ServiceMutation, "the network changes");
}
