using System.CommandLine;

namespace Legator.Cli.Skills;

/// <summary><c>legator skill push</c>: brings a skill into a registry.</summary>
internal static class SkillPushCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var registry = new SkillRegistry(environment);
        var folder = new Argument<string>("dir") { Description = "Folder with SKILL.md." };
        var reference = new Argument<string>("ref") { Description = "oci://REGISTRY/REPOSITORY:TAG" };
        var command = new Command("push", "Check a skill and push it to an OCI registry. LEGATOR_REGISTRY_USERNAME and LEGATOR_REGISTRY_PASSWORD say who pushes.") { folder, reference, registry.PlainHttp, registry.CaFile };
        command.SetAction((parsed, cancellationToken) =>
        {
            var place = SkillRegistry.Parse(parsed.GetValue(reference)!);
            if (place.Digest is not null)
            {
                throw new CliException("a digest cannot be pushed to: name a tag", ExitCodes.Usage);
            }

            var package = SkillPackCommand.Pack(environment, parsed.GetValue(folder)!);
            return registry.UseAsync(parsed, place, async client =>
            {
                var digest = await client.PushAsync(package, cancellationToken);
                SkillView.Line(environment.Out, "Pushed", place.ToString());
                SkillView.Write(environment.Out, package.Config, digest, package.Content.Length);
                SkillView.Line(environment.Out, "Source", $"oci://{place.Host}/{place.Repository}@{digest}");
            });
        });
        return command;
    }
}
