using System.Globalization;

namespace Legator.Benchmarks.LocalClusters;

/// <summary>The result: a row a measurement, a group of columns a server. Rounds are averaged; of latencies the worst round counts.</summary>
internal sealed class BenchmarkTable(string[] servers)
{
    private readonly List<string> order = [];
    private readonly List<string> notes = [];
    private readonly Dictionary<(string What, string Server), List<(double Rate, double P50, double P99)>> cells = [];

    public void Add(string server, string what, double rate, double p50, double p99)
    {
        if (!order.Contains(what))
        {
            order.Add(what);
        }
        if (!cells.TryGetValue((what, server), out var rounds))
        {
            cells[(what, server)] = rounds = [];
        }
        rounds.Add((rate, p50, p99));
    }

    public void Note(string text) => notes.Add(text);

    public void Print(TextWriter output)
    {
        var width = order.Max(o => o.Length);
        output.Write("".PadRight(width));
        foreach (var server in servers)
        {
            output.Write($" | {server,-32}");
        }
        output.WriteLine(servers.Length > 1 ? " | rate" : "");
        output.Write("".PadRight(width));
        foreach (var _ in servers)
        {
            output.Write($" | {"per second",10} {"p50 ms",10} {"p99 ms",10}");
        }
        output.WriteLine();
        foreach (var what in order)
        {
            output.Write(what.PadRight(width));
            foreach (var server in servers)
            {
                var (rate, p50, p99) = Summary(what, server);
                output.Write($" | {Number(rate),10} {Number(p50),10} {Number(p99),10}");
            }
            output.WriteLine(servers.Length > 1 ? $" | {Ratio(what)}" : "");
        }
        notes.ForEach(output.WriteLine);
    }

    private (double Rate, double P50, double P99) Summary(string what, string server) =>
        cells.TryGetValue((what, server), out var rounds) ? (rounds.Average(r => r.Rate), rounds.Average(r => r.P50), rounds.Max(r => r.P99)) : (double.NaN, double.NaN, double.NaN);

    // How much faster the first server is; of measurements without a rate, by the p99.
    private string Ratio(string what)
    {
        var (first, second) = (Summary(what, servers[0]), Summary(what, servers[1]));
        var ratio = double.IsNaN(first.Rate) ? second.P99 / first.P99 : first.Rate / second.Rate;
        return ratio.ToString("0.00x", CultureInfo.InvariantCulture);
    }

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
