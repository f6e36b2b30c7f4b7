using System.CommandLine;

namespace Legator.Cli.Skills;

/// <summary><c>legator skill pull</c>: brings a skill out of a registry into a new folder.</summary>
internal static class SkillPullCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var registry = new SkillRegistry(environment);
        var reference = new Argument<string>("ref") { Description = "oci://REGISTRY/REPOSITORY:TAG or …@sha256:DIGEST" };
        var folder = new Argument<string?>("dir") { Description = "New folder; default the last part of the repository's name.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("pull", "Pull a skill from an OCI registry into a new folder.") { reference, folder, registry.PlainHttp, registry.CaFile };
        command.SetAction((parsed, cancellationToken) =>
        {
            var place = SkillRegistry.Parse(parsed.GetValue(reference)!);
            var name = parsed.GetValue(folder) ?? place.Repository.Split('/')[^1];
            return registry.UseAsync(parsed, place, async client =>
            {
                var pull = await client.ManifestAsync(place.Reference, cancellationToken);
                var files = await client.FilesAsync(pull.Manifest, cancellationToken);
                Write(Path.Combine(environment.CurrentDirectory, name), name, files);
                SkillView.Line(environment.Out, "Pulled", place.ToString());
                SkillView.Line(environment.Out, "Digest", pull.Digest);
                SkillView.Line(environment.Out, "Folder", name);
            });
        });
        return command;
    }

    /// <summary>Nothing that is there already is written over, and so nothing that is there can lead a file elsewhere.</summary>
    private static void Write(string folder, string name, IReadOnlyDictionary<string, byte[]> files)
    {
        if (Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder).Any() : File.Exists(folder))
        {
            throw new CliException($"{name} is there already and not empty: name another folder");
        }

        foreach (var (path, content) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }
    }
}
