using Legator.Core.Actions;

namespace Legator.Core.Tests.Actions.Classification.Shell.Commands;

public sealed class BuiltinTests
{
    [Theory]
    [InlineData("mapfile -t -c 1 -C 'rm -f' a < /tmp/victims")]
    [InlineData("readarray -tn5 -C'rm -rf' a < /tmp/victims")]
    [InlineData("X=ls; read -raX <<< rm; $X -rf /srv/a")]
    [InlineData("set -oe allexport; ls")]
    [InlineData("set -eok keyword; ls")]
    public void Option_ThatRunsOrTurnsSomething_IsNoRead(string line) => ShellLines.Judge(line).Tier.ShouldNotBe(RiskTier.Read);

    [Theory]
    [InlineData("mapfile -t -d , -s 1 -O 2 -c 5 lines < /etc/hosts")]
    [InlineData("read -rsep 'name: ' -t 5 -n 3 a < /etc/hostname")]
    [InlineData("read -ra parts <<< 'a b c'; echo ${parts[1]}")]
    [InlineData("set -oe pipefail; ls /tmp")]
    [InlineData("ulimit -k")]
    public void Option_ThatOnlySaysHow_IsARead(string line) => ShellLines.Judge(line).Tier.ShouldBe(RiskTier.Read, ShellLines.Judge(line).Reason);
}
