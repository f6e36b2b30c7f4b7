using System.CommandLine;
using Legator.Core.Skills.Packages;

namespace Legator.Cli.Skills;

/// <summary><c>legator skill inspect</c>: tells what a folder or a registry holds.</summary>
internal static class SkillInspectCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var registry = new SkillRegistry(environment);
        var what = new Argument<string>("dir-or-ref") { Description = "Folder with SKILL.md, or oci://REGISTRY/REPOSITORY:TAG." };
        var command = new Command("inspect", "Tell name, version, digest and files of a skill in a folder or a registry.") { what, registry.PlainHttp, registry.CaFile };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var named = parsed.GetValue(what)!;
            if (Directory.Exists(Path.Combine(environment.CurrentDirectory, named)))
            {
                var package = SkillPackCommand.Pack(environment, named);
                SkillView.Write(environment.Out, package.Config, package.Digest, package.Content.Length);
                return ExitCodes.Ok;
            }

            var place = SkillRegistry.Parse(named);
            return await registry.UseAsync(parsed, place, async client =>
            {
                var pull = await client.ManifestAsync(place.Reference, cancellationToken);
                var files = await client.FilesAsync(pull.Manifest, cancellationToken);
                var config = await client.ConfigAsync(pull.Manifest, cancellationToken) ?? new SkillPackageConfig { Name = place.Repository.Split('/')[^1] };
                SkillView.Write(environment.Out, config with { Files = [.. files.Keys] }, pull.Digest, pull.Manifest.Content!.Size);
            });
        });
        return command;
    }
}
