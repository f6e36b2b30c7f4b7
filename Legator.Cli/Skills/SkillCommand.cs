using System.CommandLine;

namespace Legator.Cli.Skills;

/// <summary><c>legator skill</c>: packs skills, and brings them into OCI registries and out of them.</summary>
internal static class SkillCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var command = new Command("skill", "Pack skills, push them to OCI registries, pull and inspect them; needs no running Legator.");
        command.Aliases.Add("skills");
        command.Subcommands.Add(SkillPackCommand.Create(environment));
        command.Subcommands.Add(SkillPushCommand.Create(environment));
        command.Subcommands.Add(SkillPullCommand.Create(environment));
        command.Subcommands.Add(SkillInspectCommand.Create(environment));
        return command;
    }
}
