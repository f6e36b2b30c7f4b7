using System.Text.Json;
using Legator.Core;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Runner.Replay;

namespace Legator.Cli.Runs;

/// <summary>Recorded runs as JSON Lines: a line for the run as it was ordered, then one for each entry of its journal; several runs may follow each other.</summary>
internal static class RecordingFile
{
    private const string Kind = "legator-run";

    public static async Task WriteAsync(TextWriter output, RunRecording recording)
    {
        await output.WriteAsync(Line(new Header(Kind, recording.Run.Namespace, recording.Run.Name, recording.Spec)));
        foreach (var entry in recording.Events)
        {
            await output.WriteAsync(Line(entry));
        }
    }

    /// <exception cref="CliException">The file cannot be read, or is none of ours.</exception>
    public static IReadOnlyList<RunRecording> Read(string path, CliEnvironment environment)
    {
        var recordings = new List<RunRecording>();
        foreach (var (index, line) in LinesOf(path, environment).Index())
        {
            try
            {
                Add(JsonSerializer.Deserialize<JsonElement>(line, LegatorJson.Options), recordings);
            }
            catch (Exception e) when (e is JsonException or NotSupportedException or FormatException)
            {
                throw Unusable(path, $"line {index + 1}: {e.Message}");
            }
        }

        return recordings.Count > 0 && recordings.TrueForAll(r => r.Events.Count > 0)
            ? recordings
            : throw Unusable(path, "there is no recorded run in it: write one with 'legator runs export RUN --file FILE'");
    }

    private static void Add(JsonElement line, List<RunRecording> recordings)
    {
        if (line.ValueKind == JsonValueKind.Object && line.TryGetProperty("kind", out var kind) && kind.ValueEquals(Kind))
        {
            var header = line.Deserialize<Header>(LegatorJson.Options) is { Namespace: not null, Name: not null, Spec: not null } full ? full : throw new JsonException("the line that says which run it is has namespace, name and spec.");
            recordings.Add(new RunRecording(new RunKey(header.Namespace, header.Name), header.Spec, new List<RunEvent>()));
        }
        else if (recordings is [.., var open])
        {
            ((List<RunEvent>)open.Events).Add(line.Deserialize<RunEvent>(LegatorJson.Options) is { Data: not null, Hash: not null } entry ? entry : throw new JsonException("this is no entry of a journal."));
        }
        else
        {
            throw new JsonException($"the first line must say which run it is, with \"kind\":\"{Kind}\".");
        }
    }

    private static IReadOnlyList<string> LinesOf(string path, CliEnvironment environment)
    {
        try
        {
            return path == "-"
                ? environment.In.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                : File.ReadAllLines(Path.Combine(environment.CurrentDirectory, path)).Where(l => l.Length > 0).ToList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, e.Message);
        }
    }

    private static string Line<T>(T value) => JsonSerializer.Serialize(value, LegatorJson.Options) + "\n";

    private static CliException Unusable(string path, string problem) => new($"{path}: {problem}", ExitCodes.Usage);

    private sealed record Header(string Kind, string Namespace, string Name, LegatorRunSpec Spec);
}
