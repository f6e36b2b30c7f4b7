using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core;

namespace Legator.Cli.Guardrails;

/// <summary>Reads resources from a YAML file on this machine.</summary>
internal static class ResourceFile
{
    public static IReadOnlyList<JsonNode> Read(string path, CliEnvironment environment)
    {
        try
        {
            return Yaml.ParseAll(File.ReadAllText(Path.Combine(environment.CurrentDirectory, path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or YamlFormatException)
        {
            throw new CliException($"{path}: {e.Message}");
        }
    }

    /// <summary>The one document of that kind; null when there is none.</summary>
    public static T? Single<T>(IReadOnlyList<JsonNode> documents, string path)
        where T : class
    {
        var all = All<T>(documents, path);
        return all.Count <= 1 ? all.FirstOrDefault() : throw new CliException($"{path}: there are {all.Count} {typeof(T).Name}s in it; one is expected");
    }

    public static IReadOnlyList<T> All<T>(IReadOnlyList<JsonNode> documents, string path)
        where T : class
    {
        try
        {
            return [.. documents.OfType<JsonObject>().Where(d => d["kind"]?.ToString() == typeof(T).Name).Select(d => d.Deserialize<T>(LegatorJson.Options)!)];
        }
        catch (JsonException e)
        {
            throw new CliException($"{path}: {e.Message}");
        }
    }
}
