using Legator.Benchmarks.Calls;
using Legator.Benchmarks.Gates;
using Legator.Benchmarks.Journals;
using Legator.Benchmarks.LocalClusters;
using Legator.Benchmarks.Memory;
using Legator.Benchmarks.Queues;
using Legator.Benchmarks.RunLists;
using Legator.Benchmarks.Schedules;

return args switch
{
    ["localcluster", ..] => await LocalClusterBenchmark.RunAsync(args[1..]),
    ["call", ..] => await CallBenchmark.RunAsync(args[1..]),
    ["journal", ..] => await JournalBenchmark.RunAsync(args[1..]),
    ["runs", ..] => await RunListBenchmark.RunAsync(args[1..]),
    ["gate", ..] => GateBenchmark.Run(args[1..]),
    ["queue", ..] => await QueueBenchmark.RunAsync(args[1..]),
    ["memory", ..] => await MemoryBenchmark.RunAsync(args[1..]),
    ["schedules", ..] => await ScheduleBenchmark.RunAsync(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project tests/Legator.Benchmarks -- COMMAND
          call [--runs N]                    what a call of a tool costs besides the tool: gate, journal, plumbing
          gate [--samples N]                 the gate: percentiles of single calls, sheets of 10 to 10,000 entries
          gate full [BenchmarkDotNet's own]  the same with BenchmarkDotNet
          journal [--events N] [--connection C]   events appended to PostgreSQL with chain and checkpoints, and verified
          runs [--runs N] [--requests N] [--connection C]   pages of the list of runs, of a started Web over PostgreSQL
          localcluster [--kubeconfig FILE] [--agents N] [--operations N] [--rounds N]
          queue [--jobs N] [--concurrency N] [--seconds N] [--rounds N] [--alone]   the run queue beside BullMQ on one Redis
          memory [--agents N] [--runs N]     resident memory of the Operator: idle, with 1,000 agents, with those and finished runs
          schedules [--agents N]             agents that are due in one second, beside Quartz.NET with the same jobs
        """);
    return 2;
}
