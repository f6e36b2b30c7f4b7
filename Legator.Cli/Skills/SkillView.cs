using System.Globalization;
using Legator.Core.Skills.Packages;
using Legator.Cli.Output;

namespace Legator.Cli.Skills;

/// <summary>What is told of a packed skill.</summary>
internal static class SkillView
{
    public static void Write(TextWriter output, SkillPackageConfig config, string digest, long size)
    {
        Line(output, "Name", config.Name);
        Line(output, "Version", config.Version);
        Line(output, "Description", config.Description ?? "-");
        Line(output, "Digest", digest);
        Line(output, "Content", string.Create(CultureInfo.InvariantCulture, $"{size} bytes packed, {config.Files.Count} files"));
        foreach (var file in config.Files)
        {
            output.WriteLine("  " + Terminal.OneLine(file, 255));
        }
    }

    public static void Line(TextWriter output, string name, string value) => output.WriteLine($"{name + ":",-13}{Terminal.OneLine(value, 400)}");
}
