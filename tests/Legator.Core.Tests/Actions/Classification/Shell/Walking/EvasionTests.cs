using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Shell;

namespace Legator.Core.Tests.Actions.Classification.Shell.Walking;

/// <summary>Each line hides a change, or the reading of a secret, in some corner of the shell's language.</summary>
public sealed class EvasionTests
{
    public static TheoryData<string, bool> Lines { get; } = new(LineCases.Read("evasions.jsonl").Select(l => JsonDocument.Parse(l).RootElement)
        .Select(e => (e.GetProperty("line").GetString()!, e.GetProperty("blocked").GetBoolean())));

    public static TheoryData<string> Reads { get; } = new(LineCases.Read("reads.jsonl").Select(l => JsonSerializer.Deserialize<string>(l)!));

    [Theory]
    [MemberData(nameof(Lines))]
    public void Evasion_IsNoRead(string line, bool blocked)
    {
        var answer = ShellClassifier.Classify("web-1", line, ClassificationContext.Empty);
        answer.Tier.ShouldNotBe(RiskTier.Read, answer.Reason);
        if (blocked)
        {
            answer.Blocked.ShouldBeTrue(answer.Reason);
        }
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void OrdinaryScript_IsARead(string line)
    {
        var answer = ShellClassifier.Classify("web-1", line, ClassificationContext.Empty);
        answer.Blocked.ShouldBeFalse(answer.Reason);
        answer.Tier.ShouldBe(RiskTier.Read, answer.Reason);
    }

    [Fact]
    public void EveryReadBesideAnEvasion_DoesNotHideIt()
    {
        // Whatever stands around it, and in whichever branch, the change is found.
        string[] shells = ["ls; {0}", "{0}\nls", "ls && (\n{0}\n)", "if ls; then\n{0}\nfi", "f() {{\n{0}\n}}\nf", "x=$(\n{0}\n)", "cat <(\n{0}\n)", "for i in 1; do\n{0}\ndone", "ls | (\n{0}\n)"];
        foreach (var evasion in LineCases.Read("evasions.jsonl").Select(l => JsonDocument.Parse(l).RootElement.GetProperty("line").GetString()!))
        {
            foreach (var shell in shells)
            {
                var line = string.Format(System.Globalization.CultureInfo.InvariantCulture, shell, evasion);
                var answer = ShellClassifier.Classify("web-1", line, ClassificationContext.Empty);
                (answer.Tier > RiskTier.Read || answer.Blocked).ShouldBeTrue(line);
            }
        }
    }
}
