using System.CommandLine;
using Legator.Core.Skills.Packages;
using Legator.Core.Skills.Remote;

namespace Legator.Cli.Skills;

/// <summary><c>legator skill pack</c>: checks a folder and packs it; tells what would be pushed.</summary>
internal static class SkillPackCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var folder = new Argument<string>("dir") { Description = "Folder with SKILL.md." };
        var file = new Option<string?>("--file") { Description = "Also write the archive (tar.gz) to this file." };
        var command = new Command("pack", "Check a skill and pack it; the same files always make the same digest.") { folder, file };
        command.SetAction(parsed =>
        {
            var package = Pack(environment, parsed.GetValue(folder)!);
            if (parsed.GetValue(file) is { } path)
            {
                File.WriteAllBytes(Path.Combine(environment.CurrentDirectory, path), package.Content);
            }

            SkillView.Write(environment.Out, package.Config, package.Digest, package.Content.Length);
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>Packs a folder; a skill that could not be used is told in full.</summary>
    public static SkillPackage Pack(CliEnvironment environment, string folder)
    {
        try
        {
            return SkillPackage.Of(SkillFolderFiles.NameOf(environment, folder), SkillFolderFiles.Read(environment, folder));
        }
        catch (SkillSourceException e)
        {
            throw new CliException($"{folder}: {e.Message}");
        }
    }
}
