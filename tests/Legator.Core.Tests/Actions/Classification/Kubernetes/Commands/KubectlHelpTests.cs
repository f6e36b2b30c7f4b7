using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Legator.Core.Actions.Classification.Kubernetes.Commands;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Tests.Actions.Classification.Kubernetes.Commands;

/// <summary>Holds the table of commands against what kubectl says of itself.</summary>
public sealed partial class KubectlHelpTests
{
    // A flag that makes a call harmless must be one that the command heeds.
    private static readonly string[] Rehearsing = ["dry-run", "local", "list"];

    [Fact]
    public async Task Table_EveryFlagOfKubectl_IsKnownAndTakesItsValueAlike()
    {
        var wrong = new List<string>();
        foreach (var command in KubectlCommands.All.Where(c => c.Acts))
        {
            var help = await HelpAsync(command.Path);
            wrong.AddRange(Rehearsing.Where(f => command.Flags.Find(f) is not null && !help.Contains($"--{f}=", StringComparison.Ordinal)).Select(f => $"{command.Path}: has no --{f}"));
            foreach (Match flag in Flag().Matches(help))
            {
                var name = flag.Groups["name"].Value;
                var known = command.Flags.Find(name) ?? GlobalFlags.All.Find(name);
                var isSwitch = flag.Groups["value"].Value is "true" or "false";
                var letter = flag.Groups["letter"].Value;
                if (known is null || known.Takes == (isSwitch ? KubectlFlagValue.Required : KubectlFlagValue.Switch) || (letter.Length > 0 && letter[0] != known.Letter))
                {
                    wrong.Add($"{command.Path}: {flag.Value.Trim()}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static async Task<string> HelpAsync(string path)
    {
        try
        {
            using var kubectl = Process.Start(new ProcessStartInfo("kubectl", $"{path} --help") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var text = await kubectl.StandardOutput.ReadToEndAsync();
            await kubectl.WaitForExitAsync();
            return text;
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no kubectl on this machine.");
            return "";
        }
    }

    [GeneratedRegex(@"^    (?:-(?<letter>\w), )?--(?<name>[\w-]+)=(?<value>.*):$", RegexOptions.Multiline)]
    private static partial Regex Flag();
}
