using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Accounts;

/// <summary>Commands about users, groups and what the machine allows them.</summary>
internal static class AccountCommands
{
    private const RiskTier Destructive = RiskTier.DestructiveMutation;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        CommandModel.Shows("id groups lslogins pinky finger"),
        CommandModel.Shows("who users", ArgumentRole.Read),
        CommandModel.Reads("utmpdump", "-f", ArgumentRole.Read),
        CommandModel.Shows("last lastb lastcomm ac", ArgumentRole.Text, "-f< --file<"),
        CommandModel.Reads("lastlog", "-b:t:u: --before= --time= --user= -R.") with { Changes = [new("-C -S --clear --set", Destructive, "records of logins change")] },
        CommandModel.Reads("faillog", "-at:u: --all --time= --user= -R.") with { Changes = [new("-l: -m: -r --lock-secs= --maximum= --reset", Destructive, "limits of failed logins change")] },
        CommandModel.Does("useradd adduser userdel deluser usermod groupadd addgroup groupdel delgroup groupmod groupmems gpasswd chsh chfn vipw vigr newusers chpasswd chgpasswd pwconv pwunconv grpconv newgrp sg pwck grpck luseradd lusermod expiry newuidmap newgidmap adcli authconfig authselect pam-auth-update pam_tally2 samba-tool ipa smbpasswd htpasswd htdigest kadmin kadmin.local kinit kdestroy ldapadd ldapmodify ldapdelete ldapmodrdn ldappasswd", Destructive, "users or their rights change", "write"),
        CommandModel.Reads("passwd", "-Sa --status --all -q", ArgumentRole.Text) with { Changes = [new("-l -u -d -e -f -x: -n: -w: -i: -k --lock --unlock --delete --expire --stdin --maxdays= --mindays=", Destructive, "a password changes")], Judge = c => Daemons.DaemonCommands.Need(c, "a password changes", "-S", "--status") },
        CommandModel.Reads("chage", "-l --list -i --iso8601", ArgumentRole.Text) with { Judge = c => Daemons.DaemonCommands.Need(c, "a user's dates change", "-l", "--list") },
        CommandModel.Reads("faillock", "--user= --dir=", ArgumentRole.Unknown) with { Changes = [new("--reset", Destructive, "counters of failed logins are reset")] },
        CommandModel.Reads("visudo", "-csqf<x: --check --strict --quiet --version -V", ArgumentRole.Read) with { Judge = c => Daemons.DaemonCommands.Need(c, "who may do what changes", "-c", "--check", "-V", "--version") },
        CommandModel.Reads("klist", "-eftklncCAsV -ke -kte", ArgumentRole.Inspect),
        CommandModel.Shows("getenforce sestatus getsebool aa-status apparmor_status selinuxenabled seinfo sesearch matchpathcon avcstat aa-enabled"),
        new("ausearch aureport") { Style = OptionStyle.Words, AnyOption = true, Operands = ArgumentRole.Text, Options = "-if< --input<", Changes = [Texts.TextCommands.Output("--checkpoint>")] },
        CommandModel.Reads("semanage", "-lCnN: --list --locallist --noheading", ArgumentRole.Text) with { Changes = [new("-a -d -m -D -t: -p: -s: -r: --add --delete --modify --deleteall --import --export -i -o -E -e", Destructive, "rules of access change")], Judge = c => Daemons.DaemonCommands.Need(c, "rules of access change", "-l", "--list") },
        CommandModel.Reads("auditctl", "-lsvi") with { Operands = ArgumentRole.Unknown, Changes = [new("-D -e: -a: -A: -w: -W: -d: -f: -b: -r: -R< -m: -k: -F: -S: -p: -c -q: -t --backlog_wait_time= --reset-lost", RiskTier.ServiceMutation, "what is recorded changes")] },
        CommandModel.Does("setenforce setsebool semodule load_policy aa-enforce aa-complain aa-disable apparmor_parser auditd augenrules audit2allow checkmodule togglesebool autrace", RiskTier.ServiceMutation, "rules of access change", "write"),
        CommandModel.Does("lynis rkhunter chkrootkit aide tripwire clamscan clamdscan freshclam oscap", Destructive, "it writes a database or removes what it finds", "run"),
    ];
}
