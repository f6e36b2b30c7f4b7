using System.Diagnostics;
using System.Globalization;
using Legator.Backends.Journals;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Backends.Tests.Journals;

/// <summary>This test program started a second time, as a process that writes a journal until it is killed.</summary>
internal static class JournalWriterProcess
{
    private const string Variable = "LEGATOR_TEST_WRITE_JOURNAL";
    private const int Runs = 4;

    /// <summary>Starts the writer, kills it after some answers, and returns each run's last answered sequence.</summary>
    public static async Task<IReadOnlyDictionary<RunKey, long>> WriteUntilKilledAsync(string file, int answers, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(JournalWriterProcess).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[Variable] = file;
        using var process = Process.Start(start)!;
        var answered = new Dictionary<RunKey, long>();
        for (var i = 0; i < answers && await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line; i++)
        {
            var parts = line.Split(' ');
            answered[RunKey.Parse(parts[0])] = long.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
        answered.ShouldNotBeEmpty();
        return answered;
    }

    /// <summary>The file to write where this process is the child; null where it is the test run.</summary>
    public static string? FileToWrite => Environment.GetEnvironmentVariable(Variable);

    public static async Task WriteAsync(string file)
    {
        var journal = new SqliteRunJournal(new RunJournalOptions { ConnectionString = $"Data Source={file}" }, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, Runs).Select(i => Task.Run(() => WriteRunAsync(journal, new RunKey("agents", $"run-{i}")))));
    }

    private static async Task WriteRunAsync(SqliteRunJournal journal, RunKey run)
    {
        var head = JournalHead.Empty;
        while (true)
        {
            head = JournalHead.After(await journal.AppendAsync(run, head, new ModelFailed(1, new string('x', 500)), CancellationToken.None));
            Console.WriteLine($"{run} {head.Sequence}");
        }
    }
}
