using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Legator.Core.Api;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Tests.DeployedAccounts;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Approvals;

/// <summary>What deploy/rbac gives the Web is enough for all that it shows and takes, and each single right is needed.</summary>
public sealed class WebRightsTests(StartedWebOfItsOwn admin) : IClassFixture<StartedWebOfItsOwn>, IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("legator-rights-");
    private DeployedAccount account = null!;
    private SecondWeb web = null!;

    public async ValueTask InitializeAsync()
    {
        var path = Path.Combine(folder.FullName, "kubeconfig");
        account = new DeployedAccount(admin.AdminKubeconfig, "web.yaml");
        await account.WriteAsync(path);
        web = new SecondWeb(admin, path);
        await web.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Role_IsEnough_AndNoSingleRightTooMuch()
    {
        await admin.Samples.AgentAsync("asked");
        await admin.Approvals.AskAsync("shown", agent: "asked");
        await Eventually.IsTrueAsync("everything that the Web watches is known and the approval is listed", async () =>
            (await web.Client().ReadAsync<StatusReport>($"{ApiPaths.Status}?namespace={admin.Namespace}")).Agents.Total == 1
            && (await web.Client().ReadAsync<ApprovalList>(ApiPaths.Approvals)).Total == 1
            && (await web.Client().ReadAsync<ApprovalDetail>(admin.PathOf("shown"))).MayDecide.Allowed);

        (await UseAsync()).ShouldAllBe(code => code == HttpStatusCode.OK || code == HttpStatusCode.Accepted);
        foreach (var (rule, resource) in Rights().ToList())
        {
            var rules = account.Role["rules"]!.DeepClone();
            rules[rule]!["resources"] = new JsonArray([.. rules[rule]!["resources"]!.AsArray().Where(r => (string)r! != resource).Select(r => r!.DeepClone())]);
            await account.ReplaceAsync(rules);
            (await UseAsync()).ShouldContain(code => code != HttpStatusCode.OK && code != HttpStatusCode.Accepted, $"{resource} of rule {rule} is not needed");
        }

        await account.ReplaceAsync(account.Role["rules"]!);
        (await DecideAsync()).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The rights to single objects; without those to list and watch the Web knows nothing at all.</summary>
    private IEnumerable<(int Rule, string Resource)> Rights() => account.Role["rules"]!.AsArray().SelectMany((rule, index) =>
        rule!["verbs"]!.AsArray().Any(v => (string)v! == "list") ? [] : rule["resources"]!.AsArray().Select(r => (index, (string)r!)));

    private async Task<IReadOnlyList<HttpStatusCode>> UseAsync()
    {
        // As the Operator does once it has seen the request.
        await admin.Cluster<LegatorAgent>().PatchAsync(
            admin.Namespace, "asked", new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [LegatorApi.RunNowAnnotation] = null } } }, CancellationToken.None);
        await admin.Cluster<LegatorRun>().PatchAsync(
            admin.Namespace, "shown-run", new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [LegatorApi.CancelAnnotation] = null, [LegatorApi.CancelByAnnotation] = null } } }, CancellationToken.None);
        using var client = web.Client();
        using var agent = await client.GetAsync($"{ApiPaths.Agents}/asked?namespace={admin.Namespace}");
        using var run = await client.GetAsync($"{ApiPaths.Runs}/shown-run?namespace={admin.Namespace}");
        using var approval = await client.GetAsync(admin.PathOf("shown"));
        using var asked = await client.PostAsync($"{ApiPaths.AgentRun("asked")}?namespace={admin.Namespace}", new StringContent("{}", Encoding.UTF8, "application/json"));
        using var ended = await client.PostAsync($"{ApiPaths.Runs}/shown-run/cancel?namespace={admin.Namespace}", new StringContent("{}", Encoding.UTF8, "application/json"));
        return [agent.StatusCode, run.StatusCode, approval.StatusCode, asked.StatusCode, ended.StatusCode];
    }

    private async Task<HttpStatusCode> DecideAsync()
    {
        using var client = web.Client();
        using var answer = await client.PostAsync(admin.PathOf("shown"), new StringContent("""{"decision":"deny"}""", Encoding.UTF8, "application/json"));
        return answer.StatusCode;
    }
}
