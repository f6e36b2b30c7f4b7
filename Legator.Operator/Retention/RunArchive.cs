using System.Globalization;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Retention;

/// <summary>Writes runs with their journals into a file, as <c>legator runs export</c> does; what it returned is on the disk.</summary>
internal sealed class RunArchive(IRunJournal journal, IOptions<RetentionOptions> options)
{
    private const int Page = 500;

    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <returns>Path of the file.</returns>
    public async Task<string> WriteAsync(IReadOnlyList<LegatorRun> runs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(options.Value.Directory).FullName;
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"runs-{now.UtcDateTime:yyyyMMdd'T'HHmmss'.'fffffff}.jsonl"));
        await using (var file = new FileStream(path + ".part", FileMode.CreateNew))
        {
            foreach (var run in runs)
            {
                await WriteAsync(run, file, cancellationToken);
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path);
        return path;
    }

    private async Task WriteAsync(LegatorRun run, Stream file, CancellationToken cancellationToken)
    {
        var key = new RunKey(run.Metadata.Namespace!, run.Metadata.Name!);
        await LineAsync(file, new { kind = "legator-run", @namespace = key.Namespace, name = key.Name, spec = run.Spec, status = run.Status }, cancellationToken);
        IReadOnlyList<RunEvent> page;
        for (var after = 0L; (page = await journal.ReadAsync(key, after, Page, cancellationToken)).Count > 0; after = page[^1].Sequence)
        {
            foreach (var entry in page)
            {
                await LineAsync(file, entry, cancellationToken);
            }
        }
    }

    private static async Task LineAsync<T>(Stream file, T value, CancellationToken cancellationToken)
    {
        await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, LegatorJson.Options), cancellationToken);
        file.WriteByte((byte)'\n');
    }
}
