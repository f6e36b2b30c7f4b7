using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Walking;

namespace Legator.Core.Actions.Classification.Shell.Commands.Wrappers;

/// <summary>Commands that run another one as another user: only where the host allows it.</summary>
internal static class ElevationCommands
{
    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        Elevate("sudo", "-AbBEHhikKlnNPSsVva:C:c:D:g:p:R:r:t:T:u:U: --askpass --background --bell --chdir= --preserve-env? --set-home --login --non-interactive --list --validate --version --user= --group= --other-user= --prompt= --stdin --shell --reset-timestamp --remove-timestamp --host= --chroot= --command-timeout= --close-from= --role= --type=", Sudo)
            with { Changes = [new("-e --edit", RiskTier.DestructiveMutation, "an editor changes files")] },
        Elevate("sudoedit", "-AknSu:g:", c => c.Add("write", RiskTier.DestructiveMutation, "an editor changes files")),
        Elevate("doas", "-Lnsa:C:u:", c => WrapperCommands.Rest(c, 0)),
        Elevate("pkexec", "--version --help --user= --disable-internal-agent --keep-cwd", c => WrapperCommands.Rest(c, 0)),
        Elevate("run0", "-u:g:D: --user= --group= --nice= --chdir= --property= --description= --slice= --setenv= --background= --unit=", c => WrapperCommands.Rest(c, 0)),
        Elevate("su", "-c:lmpPfs:g:G:w: -", Su) with { Options = "-c:lmpPfs:g:G:w: --command= --session-command= --login --preserve-environment --shell= --group= --supp-group= --pty --whitelist-environment= --fast", Style = OptionStyle.Gnu },
        Elevate("runuser", "-c:lmpPfs:g:G:w:u: --user= --command= --session-command= --login --preserve-environment --shell= --group= --supp-group= --pty --whitelist-environment= --fast", Su),
    ];

    private static CommandModel Elevate(string names, string options, CommandJudge judge) =>
        new(names) { Options = options, Style = OptionStyle.Posix, Operands = ArgumentRole.Text, Judge = c => Allowed(c, judge) };

    private static void Allowed(CommandCall call, CommandJudge judge)
    {
        call.Elevated = true;
        judge(call);
        if (!call.Scope.Rules.AllowSudo)
        {
            var worst = RiskTier.Read;
            foreach (var action in call.Found)
            {
                worst = action.Tier > worst ? action.Tier : worst;
            }

            call.Block($"{call.Name} is not allowed on {call.Scope.Host}.", "Allow sudo in the credential of the host.", worst);
        }
        else if (!call.Told && call.Found.Count == 0)
        {
            call.Unknown("it opens a shell as another user");
        }
    }

    private static void Sudo(CommandCall call)
    {
        var given = call.Given;
        if (given.Has("-l", "--list", "-V", "--version", "-v", "--validate", "-k", "-K", "--reset-timestamp", "--remove-timestamp") && given.Operands.Count == 0)
        {
            call.Add("read", RiskTier.Read, null);
            return;
        }

        if (given.Has("-R", "--chroot", "-h") && given.Operands.Count > 0)
        {
            call.Unknown("it runs somewhere else");
        }

        var skip = 0;
        while (skip < given.Operands.Count && given.Operands[skip].Prefix.Contains('=', StringComparison.Ordinal) && !given.Operands[skip].Prefix.StartsWith('/'))
        {
            var name = given.Operands[skip].Prefix.Split('=')[0];
            if (!EnvironmentRules.IsHarmless(name, WordSlice.After(given.Operands[skip], name.Length + 1), exported: true))
            {
                call.Unknown($"{name} changes what commands do");
            }

            skip++;
        }

        WrapperCommands.Rest(call, skip);
    }

    private static void Su(CommandCall call)
    {
        var given = call.Given;
        if (given.Value("-c", "--command", "--session-command") is { } text)
        {
            call.RunText(text);
        }
        else if (given.Has("-u", "--user") && given.Operands.Count > 0)
        {
            WrapperCommands.Rest(call, 0);
        }
        else
        {
            call.Unknown("it opens a shell as another user");
        }

        if (given.Operands.Count > 2 && !given.Has("-u", "--user") || given.Has("-s", "--shell"))
        {
            call.Unknown("a shell as another user gets more than a command");
        }
    }
}
