using System.Reflection;
using System.Text.Json.Nodes;

namespace Legator.Core.Resources.Schema;

/// <summary>The CustomResourceDefinitions of the eight kinds, as committed in deploy/crds and carried in this assembly.</summary>
public static class LegatorCrds
{
    private const string Prefix = "deploy/crds/";

    private static readonly Lazy<IReadOnlyList<JsonObject>> Loaded = new(Load);

    /// <summary>All eight, by name; shared instances, so clone before changing one.</summary>
    public static IReadOnlyList<JsonObject> All => Loaded.Value;

    /// <summary>The committed files: name (e.g. <c>legatoragents.legator.io.yaml</c>) and text.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = ReadFiles();

    private static IReadOnlyList<JsonObject> Load() => [.. Files.Values.Select(text => Yaml.Parse(text)!.AsObject())];

    private static SortedDictionary<string, string> ReadFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            files.Add(name[Prefix.Length..], reader.ReadToEnd());
        }

        return files;
    }
}
