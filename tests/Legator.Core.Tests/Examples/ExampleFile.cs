using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Legator.Core.Tests.Crds;

namespace Legator.Core.Tests.Examples;

/// <summary>One document of a file under examples.</summary>
public sealed record ExampleFile(string Path, JsonObject Document)
{
    private static readonly JsonSerializerOptions Strict = new(LegatorJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static IReadOnlyList<ExampleFile> All { get; } = [.. Directory.EnumerateFiles(RepositoryFolder.File("examples"), "*.yaml", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .SelectMany(file => Yaml.ParseAll(File.ReadAllText(file).Replace("${LEGATOR_URL}", "http://127.0.0.1:1", StringComparison.Ordinal))
            .Select(document => new ExampleFile(System.IO.Path.GetRelativePath(RepositoryFolder.Root, file), document.AsObject())))];

    public string Kind => (string)Document["kind"]!;

    public string Name => (string)Document["metadata"]!["name"]!;

    /// <summary>All documents of one of Legator's kinds, read with unknown fields refused.</summary>
    public static IEnumerable<(ExampleFile File, T Value)> Of<T>()
        where T : class =>
        All.Where(file => file.Kind == typeof(T).Name).Select(file => (file, (T)file.Read(typeof(T))));

    /// <summary>Reads the document as the type of its kind; what the type does not know is an error.</summary>
    public object Read() => Read(CrdGenerator.Kinds.Single(type => type.Name == Kind));

    public override string ToString() => $"{Path} {Kind}/{Name}";

    private object Read(Type type) => Document.Deserialize(type, Strict) ?? throw new JsonException($"{this} is empty");
}
