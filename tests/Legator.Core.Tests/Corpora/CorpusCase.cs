using System.Text.Json;
using Legator.Core.Actions.Classification;

namespace Legator.Core.Tests.Corpora;

/// <summary>One labelled call of <c>tests/corpora</c>.</summary>
/// <param name="Name">Its id; with a number where files of the language share it.</param>
/// <param name="Tool">The tool that is called.</param>
/// <param name="Arguments">What it is called with.</param>
internal sealed record CorpusCase(string Name, string Tool, JsonElement Arguments)
{
    public static string Folder => RepositoryFolder.File("tests/corpora");

    /// <summary>All cases of a language, in an order that does not depend on the machine.</summary>
    public static IEnumerable<CorpusCase> Of(string language)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in Directory.GetFiles(Path.Combine(Folder, language), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(line => line.Length > 0))
        {
            var test = JsonDocument.Parse(line).RootElement;
            var id = test.GetProperty("id").GetString()!;
            var times = seen[id] = seen.GetValueOrDefault(id) + 1;
            yield return new(times == 1 ? id : $"{id}#{times}", test.GetProperty("tool").GetString()!, test.GetProperty("arguments"));
        }
    }

    public CallClassification Classify() => StandardClassifiers.Classify(Tool, Arguments, ClassificationContext.Empty);
}
