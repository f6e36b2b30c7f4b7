using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Texts;

/// <summary>Commands with small languages of their own: sed and awk.</summary>
internal static class FilterCommands
{
    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        CommandModel.Reads("sed gsed", "-nErsuzb -e:l: --quiet --silent --expression= --regexp-extended --separate --unbuffered --null-data --line-length= --posix --debug --sandbox --follow-symlinks --binary --version --help", ArgumentRole.Text)
            with { Changes = [TextCommands.Runs("-f: --file="), new("-i? --in-place?", RiskTier.DestructiveMutation, "it rewrites files")], Judge = SedCalls.Judge },
        new("awk gawk mawk nawk original-awk")
        {
            Options = "-F:v:bcCnNOrSstPhW: -m: --field-separator= --assign= --version --posix --traditional --re-interval --sandbox --lint? --characters-as-bytes --non-decimal-data --use-lc-numeric --optimize --csv -k --bignum -M",
            Style = OptionStyle.Posix,
            Operands = ArgumentRole.Text,
            Changes = [TextCommands.Runs("-f:E:i:l:e:D?d?o?p? --file= --exec= --include= --load= --source= --debug? --dump-variables? --pretty-print? --profile?")],
            Judge = AwkCalls.Judge,
        },
    ];
}
