using Legator.Core.Actions;

namespace Legator.Core.Tests.Actions.Classification.Shell.Commands;

/// <summary>Programs that stand in an argument: awk's and sed's.</summary>
public sealed class ProgramTests
{
    private const string Signs = "ab_1:;:_ \n\t{}()[]/\\\"!$&|<>=+-*,.#@%^~`'sydDpwerin";

    [Theory]
    [InlineData("awk '{user_count[$1]++} END {for (u in user_count) print u, user_count[u]}' /var/log/app.log", RiskTier.Read)]
    [InlineData("awk '_x{print}' /tmp/x", RiskTier.Read)]
    [InlineData("awk '/tcp_in_use/ {n_in += $2} END {print n_in}' /tmp/x", RiskTier.Read)]
    [InlineData("awk '{a_b::c_d = 1}' /tmp/x", RiskTier.Read)]
    [InlineData("awk '{x_y = 1; system(\"rm -rf /opt/app\")}' /tmp/x", RiskTier.DestructiveMutation)]
    public void AwkProgram_WithUnderscoresInItsNames_IsWhatItDoes(string line, RiskTier tier)
    {
        var found = ShellLines.Judge(line);

        found.Tier.ShouldBe(tier, found.Reason);
        found.Blocked.ShouldBeFalse(found.Reason);
    }

    [Theory]
    [InlineData("awk")]
    [InlineData("sed")]
    [InlineData("sed -n")]
    [InlineData("find / -name")]
    public void Program_OfAnyCharacters_IsAnswered(string command)
    {
        var random = new Random(4);
        for (var i = 0; i < 3000; i++)
        {
            var program = new string([.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => Signs[random.Next(Signs.Length)])]);
            ShellLines.Judge($"{command} '{program.Replace("'", "'\\''", StringComparison.Ordinal)}' /tmp/x").Reason.ShouldNotBeNullOrEmpty(program);
        }
    }
}
