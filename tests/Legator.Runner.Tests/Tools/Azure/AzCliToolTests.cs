using Legator.Core.Actions;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tools.Azure;

namespace Legator.Runner.Tests.Tools.Azure;

public sealed class AzCliToolTests(Cluster cluster) : IClassFixture<Cluster>, IAsyncLifetime
{
    private const string Scope = $"/subscriptions/{AzureSite.Subscription}";

    private readonly ToolGate _gate = Gates.Create(cluster);
    private AzureSite _azure = null!;

    public async ValueTask InitializeAsync() => _azure = await AzureSite.StartAsync();

    public ValueTask DisposeAsync() => _azure.DisposeAsync();

    [Theory]
    [InlineData("start", "PowerState/running", InterruptedOutcome.Executed)]
    [InlineData("start", "PowerState/deallocated", InterruptedOutcome.Unknown)]
    [InlineData("stop", "PowerState/stopping", InterruptedOutcome.Executed)]
    [InlineData("deallocate", "PowerState/stopped", InterruptedOutcome.Unknown)]
    [InlineData("deallocate", "PowerState/deallocating", InterruptedOutcome.Executed)]
    [InlineData("restart", "PowerState/running", InterruptedOutcome.Unknown)]
    public async Task Change_ThatWasCutOff_IsToldByThePowerOfItsMachine(string command, string state, InterruptedOutcome outcome)
    {
        _azure.Answer = _ => (200, $$"""{"statuses":[{"code":"ProvisioningState/succeeded"},{"code":"{{state}}"}]}""");
        var call = Gates.Call("az.cli", new { group = "vm", command, args = "-g shop -n web-1" });
        (await _gate.ReconcileAsync(call, TimeProvider.System.GetUtcNow(), _gate.On(_azure.Scope()), TestContext.Current.CancellationToken)).Outcome.ShouldBe(outcome);
        _azure.Calls.Where(asked => !asked.Contains("/web-1/instanceView?", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("vm", "list", "", "GET {s}/providers/Microsoft.Compute/virtualMachines?api-version=2024-07-01")]
    [InlineData("vm", "list", "-g shop -o json", "GET {s}/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines?api-version=2024-07-01")]
    [InlineData("vm", "show", "--resource-group shop --name=web-1", "GET {s}/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/web-1?api-version=2024-07-01")]
    [InlineData("vm", "get-instance-view", "-g shop -n web-1", "GET {s}/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/web-1/instanceView?api-version=2024-07-01")]
    [InlineData("network nsg rule", "list", "-g shop --nsg-name edge", "GET {s}/resourceGroups/shop/providers/Microsoft.Network/networkSecurityGroups/edge/securityRules?api-version=2024-05-01")]
    [InlineData("sql db", "show", "-g shop -s db-1 -n orders", "GET {s}/resourceGroups/shop/providers/Microsoft.Sql/servers/db-1/databases/orders?api-version=2021-11-01")]
    [InlineData("postgres flexible-server parameter", "list", "-g shop -s pg-1", "GET {s}/resourceGroups/shop/providers/Microsoft.DBforPostgreSQL/flexibleServers/pg-1/configurations?api-version=2022-12-01")]
    [InlineData("network dns record-set a", "list", "-g shop -z example.com", "GET {s}/resourceGroups/shop/providers/Microsoft.Network/dnsZones/example.com/A?api-version=2018-05-01")]
    [InlineData("group", "list", "", "GET {s}/resourcegroups?api-version=2021-04-01")]
    [InlineData("account", "show", "", "GET {s}?api-version=2022-12-01")]
    [InlineData("resource", "list", "-g shop --resource-type Microsoft.Web/sites", "GET {s}/resourceGroups/shop/resources?$filter=resourceType%20eq%20'Microsoft.Web%2Fsites'&api-version=2021-04-01")]
    [InlineData("monitor metrics", "list", "--resource {s}/resourceGroups/shop/providers/Microsoft.Web/sites/www --metrics Http5xx --interval PT1H", "GET {s}/resourceGroups/shop/providers/Microsoft.Web/sites/www/providers/Microsoft.Insights/metrics?metricnames=Http5xx&interval=PT1H&api-version=2024-02-01")]
    [InlineData("monitor activity-log", "list", "--start-time 2026-01-01T00:00:00Z --resource-group shop", "GET {s}/providers/Microsoft.Insights/eventtypes/management/values?$filter=eventTimestamp%20ge%20'2026-01-01T00%3A00%3A00Z'%20and%20resourceGroupName%20eq%20'shop'&api-version=2015-04-01")]
    public async Task Read_Line_IsTheRequestThatItMeans(string group, string command, string args, string request)
    {
        args = args.Replace("{s}", Scope, StringComparison.Ordinal);
        (await _gate.JudgeAsync("az.cli", new { group, command, args }, _azure.Scope())).Verdict.Tier.ShouldBe(RiskTier.Read);
        var result = await _gate.RunAsync("az.cli", new { group, command, args }, _azure.Scope());
        result.Text.ShouldBe("""[{"name":"web-1"}]""");
        _azure.Calls.ShouldHaveSingleItem().ShouldBe(request.Replace("{s}", Scope, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vm", "restart", RiskTier.ServiceMutation, "POST {s}/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/web-1/restart?api-version=2024-07-01")]
    [InlineData("vm", "stop", RiskTier.ServiceMutation, "POST {s}/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/web-1/powerOff?api-version=2024-07-01")]
    [InlineData("webapp", "restart", RiskTier.ServiceMutation, "POST {s}/resourceGroups/shop/providers/Microsoft.Web/sites/web-1/restart?api-version=2023-12-01")]
    public async Task Change_Line_IsJudgedAndSent(string group, string command, RiskTier tier, string request)
    {
        _azure.Answer = _ => (202, "");
        (await _gate.JudgeAsync("az.cli", new { group, command, args = "-g shop -n web-1" }, _azure.Scope())).Verdict.Tier.ShouldBe(tier);
        (await _gate.RunAsync("az.cli", new { group, command, args = "-g shop -n web-1" }, _azure.Scope())).Text.ShouldStartWith("Azure accepted it");
        _azure.Calls.ShouldHaveSingleItem().ShouldBe(request.Replace("{s}", Scope, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vm", "list", "--subscription 00000000-0000-0000-0000-000000000000")]
    [InlineData("vm", "list", "--query [].name")]
    [InlineData("vm", "list", "-o table")]
    [InlineData("vm", "list", "--debug")]
    [InlineData("vm", "list", "-d")]
    [InlineData("vm", "show", "-n web-1")]
    [InlineData("vm", "show", "-g shop -n ..")]
    [InlineData("vm", "show", "-g shop -n a/../../../other")]
    [InlineData("vm", "show", "-g shop -n web%2f..")]
    [InlineData("vm", "show", "-g shop -n web-1 web-2")]
    [InlineData("vm", "show", "-g shop -n web-1 --account-key x")]
    [InlineData("vm", "delete", "-g shop -n web-1")]
    [InlineData("rest", "get", "--url https://evil.example.com")]
    [InlineData("no", "such", "")]
    [InlineData("vm", "list; rm -rf /", "")]
    [InlineData("monitor metrics", "list", "--resource /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/x --metrics a")]
    [InlineData("monitor metrics", "list", "--resource https://evil.example.com/ --metrics a")]
    [InlineData("monitor metrics", "list", "--resource /subscriptions/{s}/../../x --metrics a")]
    [InlineData("vm", "show", "-g shop -n @/etc/passwd")]
    public async Task Ask_WhatIsTheEnvironmentsOrUnknown_IsNotSent(string group, string command, string args)
    {
        args = args.Replace("{s}", AzureSite.Subscription, StringComparison.Ordinal);
        var scope = _azure.Scope();
        var judgement = await _gate.JudgeAsync("az.cli", new { group, command, args }, scope);
        if (judgement.Permit is not null)
        {
            (await _gate.ExecuteAsync(judgement.Permit, scope, TestContext.Current.CancellationToken)).Succeeded.ShouldBeFalse();
        }

        _azure.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ask_Twice_LogsInOnce()
    {
        var scope = _azure.Scope();
        await _gate.RunAsync("az.cli", new { group = "vm", command = "list" }, scope);
        await _gate.RunAsync("az.cli", new { group = "disk", command = "list" }, scope);
        _azure.Logins.ShouldBe(1);
        _azure.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Ask_WrongSecret_NamesTheCredentialAndNothingElse()
    {
        var result = await _gate.RunAsync("az.cli", new { group = "vm", command = "list" }, _azure.Scope(("client-secret", "canary-wrong-secret")));
        result.ShouldSatisfyAllConditions(r => r.Succeeded.ShouldBeFalse(), r => r.Text.ShouldBe("Azure refused the credential 'azure' (AADSTS7000215)."));
    }

    [Fact]
    public async Task Ask_ServerThatEchoesTheToken_IsHidden()
    {
        _azure.Answer = _ => (200, """{"echo":"Bearer token-of-the-principal"}""");
        (await _gate.RunAsync("az.cli", new { group = "vm", command = "list" }, _azure.Scope())).Text.ShouldNotContain("token-of-the-principal");
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"AuthorizationFailed","message":"The client does not have authorization."}}""", "Azure answered 403 AuthorizationFailed: The client does not have authorization.")]
    [InlineData(404, "", "Azure answered 404 Not Found: ")]
    public async Task Answer_Error_IsToldInASentence(int status, string text, string expected)
    {
        _azure.Answer = _ => (status, text);
        (await _gate.RunAsync("az.cli", new { group = "vm", command = "list" }, _azure.Scope())).Text.ShouldBe(expected);
    }

    [Fact]
    public async Task Ask_NoCredential_SaysSo() =>
        (await _gate.RunAsync("az.cli", new { group = "vm", command = "list" }, Gates.Scope())).Text.ShouldBe("The environment has no credential of type azure.");

    [Fact]
    public void Table_EveryCommand_IsKnownToTheClassifierAsItsMethodSays()
    {
        foreach (var name in AzureTable.Names)
        {
            var command = AzureTable.Find(name)!;
            var tier = Legator.Core.Actions.Classification.Azure.AzureClassifier.Classify(name.Split(' ')).Tier;
            (tier == RiskTier.Read).ShouldBe(command.Method is "GET" or "HEAD", name);
        }
    }
}
