namespace Legator.Core.Actions.Classification.Shell.Commands.Daemons;

/// <summary>What systemctl is told to do.</summary>
internal static class SystemctlCalls
{
    private const RiskTier Service = RiskTier.ServiceMutation;
    private const RiskTier Destructive = RiskTier.DestructiveMutation;

    /// <summary>Its model.</summary>
    public static CommandModel Model { get; } = new("systemctl")
    {
        Options = """
            -aflqrTrH:M:t:p:P:n:o:s:i --all --full --quiet --recursive --type= --state= --property= --value --lines= --output= --no-pager --no-legend --plain --failed --user --system --global --now --no-block --no-reload --no-wall --no-ask-password --force --signal= --kill-who= --kill-whom= --kill-value= --reverse --after --before --with-dependencies --show-types --job-mode= --wait --runtime --preset-mode=
            --host= --machine= --root= --image= --legend= --timestamp= --version --help -h --check-inhibitors= --what= --marked --dry-run --show-transaction --message= --firmware-setup --boot-loader-menu= --boot-loader-entry= --read-only --mkdir --drop-in= --when= --no-warn --stdin --failed --fail
            """,
        SharesOptions = true,
        Alone = true,
        Subcommands =
        [
            CommandModel.Reads("status show cat is-active is-enabled is-failed is-system-running list-units list-unit-files list-timers list-sockets list-dependencies list-jobs list-machines list-automounts list-paths get-default help show-environment whoami", ""),
            CommandModel.Does("start stop restart reload try-restart reload-or-restart try-reload-or-restart condrestart condstop condreload force-reload enable disable reenable mask unmask kill freeze thaw daemon-reload daemon-reexec reset-failed preset preset-all cancel log-level log-target service-log-level service-log-target service-watchdogs bind mount-image", Service, "a service changes"),
            CommandModel.Does("set-property set-environment unset-environment import-environment", Service, "services get other settings"),
            CommandModel.Does("edit link revert set-default add-wants add-requires clean", Destructive, "units change"),
            CommandModel.Does("reboot poweroff halt kexec suspend hibernate hybrid-sleep suspend-then-hibernate sleep soft-reboot exit switch-root rescue emergency isolate default", Destructive, "the machine stops or changes what runs on it"),
        ],
        Changes = [new("-H! --host!", Destructive, "another machine is changed", "run")],
    };
}
