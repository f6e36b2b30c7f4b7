using Legator.Backends.Tests.Servers;
using Legator.Runner.Tests.Tools.Sql;

namespace Legator.Runner.Tests.Faults;

/// <summary>Unreachable, slow, lying and huge servers: the model gets an answer in time, and the runner keeps neither memory nor connections. Nothing else runs meanwhile, since memory is measured.</summary>
[Collection(nameof(FaultTests))]
[CollectionDefinition(nameof(FaultTests), DisableParallelization = true)]
public sealed class FaultTests(FaultRounds rounds, PostgresServer postgres, MariaDbServer mariaDb) : IClassFixture<FaultRounds>
{
    private const long MostMemory = 64L << 20;

    public static TheoryData<string, Fault> Cases => new(FaultCalls.All.SelectMany(call => Enum.GetValues<Fault>().Select(fault => (call.Name, fault))));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Server_WithAFault_IsAnAnswerInTimeAndLeavesNothingOpen(string name, Fault fault)
    {
        var call = FaultCalls.All.Single(c => c.Name == name);
        var outcome = rounds.Of(call, fault);
        outcome.Result.Succeeded.ShouldBe(call.Bears.Contains(fault), outcome.Result.Text);
        outcome.Result.Text.ShouldNotContain("broke down", Case.Insensitive);
        outcome.Result.Text.ShouldNotContain("canary-secret");
        outcome.Result.Text.Length.ShouldBeInRange(1, 9000);
        outcome.Took.ShouldBeLessThan(call.Limit);
        outcome.Open.ShouldBe(0);
    }

    [Fact]
    public void Servers_ThatSendWithoutEnd_CostNoMemory() => rounds.Memory.ShouldBeLessThan(MostMemory);

    [Fact]
    public async Task Databases_WithHugeValues_CostNoMemory()
    {
        var pg = SqlSite.Postgres(await postgres.NewDatabaseAsync());
        await using var connection = await mariaDb.ConnectAsync();
        var my = SqlSite.MariaDb(connection.ConnectionString, "mysql");
        foreach (var (fields, query) in new[] { (pg, "select repeat('x', 200000000), 1"), (my, "select repeat('x', 15000000), 1") })
        {
            await rounds.PatientGate.AskAsync(fields, "select 1");
            var memory = await FaultRounds.MeasureAsync(async () => (await rounds.PatientGate.AskAsync(fields, query)).Text.ShouldContain("xxx…"));
            memory.ShouldBeLessThan(MostMemory, query);
        }
    }
}
