using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Containers;

/// <summary>What docker and its like do.</summary>
internal static class DockerCommands
{
    private const RiskTier Service = RiskTier.ServiceMutation;
    private const RiskTier Destructive = RiskTier.DestructiveMutation;
    private const RiskTier Data = RiskTier.DataMutation;

    /// <summary>Options of compose itself.</summary>
    public const string ComposeOptions = "-f<p:v --file< --project-name= --project-directory. --profile= --env-file< --ansi= --progress= --compatibility --parallel= --all-resources --verbose --version --no-ansi --log-level= --dry-run --context=";

    /// <summary>What compose does.</summary>
    public static IReadOnlyList<CommandModel> Compose { get; } =
    [
        CommandModel.Shows("ps logs ls top images version port events stats volumes"),
        new("config convert") { Options = "-q --quiet --services --volumes --images --profiles --hash= --format= --no-interpolate --resolve-image-digests --environment --variables --no-consistency --no-normalize --no-path-resolution --networks --models", Operands = ArgumentRole.Text, Changes = [Texts.TextCommands.Output("-o> --output>"), new("--lock-image-digests", Destructive, "it rewrites files")] },
        Stops("restart start stop pause unpause scale up-to-date kill wait"),
        Inside("-dTit -e: -u: -w: --detach --no-TTY --interactive --privileged --env= --user= --workdir= --index= --no-tty"),
        CommandModel.Does("up create run build pull push cp attach watch commit export publish alpha bridge", Destructive, "containers are made anew or something runs in them"),
        new("down rm") { Options = "-vtfs --remove-orphans --rmi= --timeout= --volumes --force --stop -t:", Operands = ArgumentRole.Text, Judge = Down },
    ];

    /// <summary>What the command does.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        CommandModel.Shows("ps logs inspect images history stats top port diff version info events search wait"),
        Runs("run create attach cp build builder commit export save load import pull push login logout tag rename debug init scout generate play kube mount unmount umount untag auto-update farm"),
        new("buildx") { Subcommands = [CommandModel.Shows("ls du version"), CommandModel.Reads("inspect", "--builder="), Removes("prune rm bake build create use imagetools stop history debug")] },
        Stops("start stop restart pause unpause update kill"),
        Inside("-dit -e: -u: -w: --detach --interactive --tty --privileged --env= --env-file< --user= --workdir= --detach-keys= -l --latest --preserve-fds="),
        new("rm") { Options = "-flvai --force --link --volumes --all --latest --ignore --cidfile= -t: --time= --depend", Operands = ArgumentRole.Text, Judge = c => Volumes(c, "-v", "--volumes") },
        Removes("rmi"),
        Group("container", "ls list ps inspect logs stats top port diff wait exists", "start stop restart pause unpause update kill", "rm prune run exec create attach cp commit export rename checkpoint restore cleanup clone init mount unmount runlabel"),
        Group("image", "ls list inspect history exists tree search", "", "rm prune build pull push tag import load save untag trust sign scp mount unmount"),
        Group("network", "ls list inspect exists", "connect disconnect", "rm prune create update reload"),
        new("volume") { Subcommands = [CommandModel.Shows("ls list inspect exists"), CommandModel.Does("create export import mount unmount reload", Destructive, "a volume is made or opened"), CommandModel.Does("rm remove prune update", Data, "volumes hold data", "delete")] },
        new("system") { Subcommands = [CommandModel.Shows("df info events"), new("prune") { Options = "-af --all --force --filter= --external --build", Operands = ArgumentRole.Text, Changes = [new("--volumes", Data, "volumes hold data", "delete")], Judge = c => c.Add("delete", Destructive, "what is not used is removed") }, CommandModel.Does("reset", Data, "everything is removed", "delete"), Runs("renumber migrate service connection dial-stdio check")] },
        Group("context", "ls list show inspect", "", "use rm create update export import"),
        Group("node", "ls list inspect ps", "update promote demote", "rm"),
        Group("service", "ls list inspect ps logs", "scale update rollback", "rm create"),
        Group("stack", "ls list ps services config", "", "rm deploy down up"),
        Group("swarm", "", "", "init join join-token leave unlock unlock-key update ca"),
        new("secret config") { Subcommands = [CommandModel.Reads("ls list inspect exists", "-qf: --quiet --format= --filter= --pretty --noheading", ArgumentRole.Text), Removes("rm create remove")] },
        new("manifest") { Subcommands = [CommandModel.Shows("inspect exists"), Runs("create push annotate rm add remove")] },
        Group("pod", "ls list ps inspect logs stats top exists", "start stop restart pause unpause", "rm prune kill create clone"),
        Group("plugin", "ls list inspect", "enable disable", "rm install set push upgrade create"),
        Group("trust", "inspect", "", "sign revoke key signer"),
        new("compose") { Options = ComposeOptions, Subcommands = Compose },
    ];

    /// <summary>Running something in a container: whatever it is, nobody sees from here what it works on.</summary>
    public static CommandModel Inside(string options) =>
        new("exec") { Options = options, AnyOption = true, Style = OptionStyle.Posix, Operands = ArgumentRole.Text, Tier = Destructive, Effect = "something runs in a container", Judge = Exec };

    // Where an option is not known to take a value, the word behind it may be the container or the command.
    private static void Exec(CommandCall call)
    {
        call.Add("exec", Destructive, "something runs in a container");
        for (var i = 0; i < call.Given.Operands.Count && i < 3; i++)
        {
            call.RunInside([.. call.Given.Operands.Skip(i)]);
        }
    }

    private static CommandModel Group(string names, string shows, string service, string removes) =>
        new(names) { Subcommands = [CommandModel.Shows(shows), Stops(service), Removes(removes)] };

    private static CommandModel Stops(string names) => CommandModel.Does(names, Service, "containers start, stop or change");

    private static CommandModel Removes(string names) => CommandModel.Does(names, Destructive, "it is removed or made anew");

    private static CommandModel Runs(string names) => CommandModel.Does(names, Destructive, "something runs in a container, or images change");

    private static void Down(CommandCall call) => Volumes(call, "-v", "--volumes");

    private static void Volumes(CommandCall call, params ReadOnlySpan<string> options)
    {
        if (call.Given.Has(options) || call.Given.Stranger is not null)
        {
            call.Add("delete", call.Given.Stranger is null ? Data : Destructive, "volumes hold data");
        }
        else
        {
            call.Add("delete", Destructive, "containers are removed");
        }
    }
}
