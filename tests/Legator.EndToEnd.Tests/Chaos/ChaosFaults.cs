using System.Globalization;
using Legator.Backends.Tests.Servers;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>The kinds of faults. Who is struck, and for how long, is drawn.</summary>
internal sealed class ChaosFaults(ChaosSet set, Random random)
{
    private static readonly string[] Servers = [ChaosSet.RedisName, ChaosSet.PostgresName, ChaosSet.ClusterName];

    /// <summary>Every kind once; each call of one draws a fault of it.</summary>
    public IReadOnlyList<Func<ChaosFault>> Kinds() =>
    [
        .. new[] { "operator", "runner", "web" }.SelectMany(kind => new Func<ChaosFault>[]
        {
            () => Member(kind, "is killed", 0.3, 2, m => m.KillAsync(), Started),
            () => Member(kind, "is asked to end", 0.1, 1, m => m.TerminateAsync(), Started),
        }),
        () => Member("operator", "stands still beyond its lease", 5, 7, m => m.PauseAsync(), m => m.GoOnAsync()),
        () => Member("runner", "stands still beyond its claims", 7, 9, m => m.PauseAsync(), m => m.GoOnAsync()),
        () => Member("runner", "stands still for a moment", 0.5, 3, m => m.PauseAsync(), m => m.GoOnAsync()),
        () => Member("web", "stands still", 1, 4, m => m.PauseAsync(), m => m.GoOnAsync()),
        () => Server(ChaosSet.RedisName, "is flushed", 0, 0.1, set.Redis.FlushAsync, Nothing),
        () => Server(ChaosSet.RedisName, "is killed", 0.2, 2, set.Redis.KillAsync, set.Redis.RestartAsync),
        () => Server(ChaosSet.RedisName, "stands still", 1, 6, () => set.Redis.SignalAsync("STOP"), () => set.Redis.SignalAsync("CONT")),
        () => Server(ChaosSet.PostgresName, "stands still", 1, 6, () => set.Postgres.SignalAsync("STOP"), () => set.Postgres.SignalAsync("CONT")),
        () => Server(ChaosSet.PostgresName, "crashes", 0.2, 2, set.Postgres.CrashAsync, set.Postgres.RestartAsync),
        .. OwnCluster(),
        .. Servers.SelectMany(server => new Func<ChaosFault>[]
        {
            () => Server(server, "cannot be reached by anybody", 0.5, 3, All(server, p => p.Refuse()), All(server, p => p.Pass())),
            () => Link(server, "breaks off", 0, 0.1, p => p.Cut()),
            () => Link(server, "is refused", 1, 5, p => p.Refuse()),
            () => Link(server, "stalls", 2, 8, p => p.Stall()),
            () => Link(server, "is forgotten", 0, 0.1, p => p.Forget()),
        }),
        () => Slow(Servers[random.Next(Servers.Length)]),
    ];

    private static Task Nothing() => Task.CompletedTask;

    private static Task Started(ChaosMember member)
    {
        member.Start();
        return Task.CompletedTask;
    }

    private IEnumerable<Func<ChaosFault>> OwnCluster() => !set.Cluster.IsOwn ? [] :
    [
        () => Server(ChaosSet.ClusterName, "is killed", 0.2, 2, set.Cluster.KillAsync, set.Cluster.LaunchAsync),
        () => Server(ChaosSet.ClusterName, "stands still", 1, 6, set.Cluster.PauseAsync, set.Cluster.GoOnAsync),
    ];

    private ChaosFault Member(string kind, string what, double least, double most, Func<ChaosMember, Task> strike, Func<ChaosMember, Task> heal)
    {
        var member = Any(m => m.Name.StartsWith(kind, StringComparison.Ordinal));
        return new ChaosFault($"{member.Name} {what}", [member.Name], Time(least, most), () => strike(member), () => heal(member));
    }

    private ChaosFault Server(string server, string what, double least, double most, Func<Task> strike, Func<Task> heal) =>
        new($"{server} {what}", [server], Time(least, most), strike, heal);

    private ChaosFault Link(string server, string what, double least, double most, Action<TcpFaultProxy> strike)
    {
        var member = Any(_ => true);
        var proxy = member.Links[server];
        return new ChaosFault($"the way of {member.Name} to {server} {what}", [member.Name, server], Time(least, most), () => Run(() => strike(proxy)), () => Run(proxy.Pass));
    }

    private ChaosFault Slow(string server)
    {
        var delay = TimeSpan.FromMilliseconds(random.Next(50, 400));
        var what = string.Create(CultureInfo.InvariantCulture, $"answers {delay.TotalMilliseconds:0} ms late");
        return Server(server, what, 2, 5, All(server, p => p.Delay(delay)), All(server, p => p.Pass()));
    }

    private Func<Task> All(string server, Action<TcpFaultProxy> what) => () => Run(() => set.WaysTo(server).ToList().ForEach(what));

    private static Task Run(Action what)
    {
        what();
        return Task.CompletedTask;
    }

    private ChaosMember Any(Func<ChaosMember, bool> where)
    {
        var some = set.Members.Where(where).ToList();
        return some[random.Next(some.Count)];
    }

    private TimeSpan Time(double least, double most) => TimeSpan.FromSeconds(least + (random.NextDouble() * (most - least)));
}
