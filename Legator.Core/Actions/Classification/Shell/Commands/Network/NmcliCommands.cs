namespace Legator.Core.Actions.Classification.Shell.Commands.Network;

/// <summary>What nmcli does with its objects.</summary>
internal static class NmcliCommands
{
    /// <summary>The objects.</summary>
    public static IReadOnlyList<CommandModel> Objects { get; } =
    [
        new("connection c co con conn connections") { Options = "--active --order=", Changes = [new("-s --show-secrets", RiskTier.DestructiveMutation, "secrets are shown", "read")], Subcommands = [CommandModel.Reads("show s sh list", "--active --order= -f: --fields="), Changes("up down add modify mod edit delete del clone reload load import export u d a m")], Alone = true },
        new("device d dev") { Subcommands = [CommandModel.Reads("status show s st sh", "-f: --fields="), new("wifi w") { Subcommands = [CommandModel.Reads("list l", "--rescan= -f: --fields=") with { Judge = Rescan }, Changes("connect hotspot rescan")], Alone = true }, new("lldp") { Subcommands = [CommandModel.Shows("list")], Alone = true }, Changes("set connect reapply modify disconnect delete up down")], Alone = true },
        new("general g gen") { Subcommands = [CommandModel.Shows("status permissions"), new("hostname") { Judge = Named, AnyOption = true, Operands = Options.ArgumentRole.Text }, new("logging") { Judge = Named, AnyOption = true, Operands = Options.ArgumentRole.Text }], Alone = true },
        new("networking n net") { Subcommands = [CommandModel.Reads("connectivity", ""), Changes("on off")], Alone = true },
        new("radio r") { Subcommands = [new("wifi wwan all") { Judge = Named, AnyOption = true, Operands = Options.ArgumentRole.Text }], Alone = true },
        CommandModel.Shows("monitor help"),
    ];

    private static void Rescan(CommandCall call)
    {
        if (call.Given.Has("--rescan") && call.Given.Value("--rescan")?.Literal is not ("no" or "auto"))
        {
            call.Add("rescan", RiskTier.ServiceMutation, "the radio looks for networks");
        }
    }

    private static void Named(CommandCall call)
    {
        if (call.Given.Operands.Count > 0)
        {
            call.Add("write", RiskTier.ServiceMutation, "the network changes");
        }
    }

    private static CommandModel Changes(string names) => CommandModel.Does(names, RiskTier.ServiceMutation, "the network changes");
}
