using System.Collections.Concurrent;
using System.Globalization;
using Legator.Benchmarks.Queues;
using Legator.Core.Runs;
using Quartz;

namespace Legator.Benchmarks.Schedules;

/// <summary>Quartz.NET, in memory, with a job for each agent that does what the Operator's slot does: makes the same LegatorRun and puts it on the same queue.</summary>
internal static class QuartzPeer
{
    private static Func<int, Task> work = _ => Task.CompletedTask;

    public static async Task<List<double>> RunAsync(int agents, Fleet fleet, RunQueueUnderTest queue)
    {
        var body = (await fleet.SampleRunAsync()).ToJsonString();
        var due = DateTimeOffset.UtcNow.AddSeconds(20);
        var taken = new ConcurrentBag<double>();
        work = async i =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"quartz-{i}");
            await fleet.MakeRunAsync(Fleet.Space(i), body.Replace("\"metadata\":{", $"\"metadata\":{{\"name\":\"{name}\",", StringComparison.Ordinal));
            await queue.Queue.EnqueueAsync(new RunQueueEntry(new RunKey(Fleet.Space(i), name), RunPriority.Scheduled), default);
            taken.Add((DateTimeOffset.UtcNow - due).TotalMilliseconds);
        };
        var scheduler = await QuartzSchedulerBuilder.Create(_ => { }).UseProperties(new Dictionary<string, string?> { ["quartz.threadPool.maxConcurrency"] = "64" }).BuildScheduler();
        for (var i = 0; i < agents; i++)
        {
            var job = JobBuilder.Create<Job>().WithIdentity(i.ToString(CultureInfo.InvariantCulture)).UsingJobData("number", i).Build();
            await scheduler.ScheduleJob(job, TriggerBuilder.Create().StartAt(due).Build());
        }

        await scheduler.Start();
        while (taken.Count < agents)
        {
            await Task.Delay(100);
        }

        await scheduler.Shutdown();
        return [.. taken.Order()];
    }

    private sealed class Job : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await work(context.MergedJobDataMap.GetInt("number"));
    }
}
