using System.CommandLine;
using Legator.Core.Resources.Schema;

namespace Legator.Cli.Crds;

/// <summary><c>legator crds</c>: prints the CustomResourceDefinitions, ready for <c>kubectl apply -f -</c>.</summary>
internal static class CrdsCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var command = new Command("crds", "Print the CustomResourceDefinitions of the eight kinds, for 'kubectl apply --server-side -f -'.");
        command.SetAction(_ =>
        {
            environment.Out.Write(string.Join("---\n", LegatorCrds.Files.Values.Select(text => text.TrimEnd() + "\n")));
            return ExitCodes.Ok;
        });
        return command;
    }
}
