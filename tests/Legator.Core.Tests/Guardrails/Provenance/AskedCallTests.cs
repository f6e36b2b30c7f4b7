using static Legator.Core.Tests.Guardrails.Provenance.Readings;

namespace Legator.Core.Tests.Guardrails.Provenance;

/// <summary>What sentences ask for in clouds, over HTTP and of MCP servers, where targets have no kinds; and what they ask for in few words.</summary>
public sealed class AskedCallTests
{
    private const string Ec2 = "Start the instance i-0aaa1111bbbb2222c when it is stopped. Stop the instance i-0ddd3333eeee4444f at night.";
    private const string Group = "Keep the auto scaling group shop-web between 2 and 6 instances.";
    private const string Vm = "Restart the VM web-1 in resource group shop when it is unhealthy.";
    private const string Kick = "When https://shop.example.com/status says stuck, send a POST to https://shop.example.com/kick.";
    private const string Order = "Order 10 shoes with mcp.shop.order when fewer than 5 are left. Never order socks.";

    [Theory]
    [InlineData(Ec2, "ec2", "start-instances", "--instance-ids i-0aaa1111bbbb2222c", true)]
    [InlineData(Ec2, "ec2", "stop-instances", "--instance-ids i-0aaa1111bbbb2222c", false)]
    [InlineData(Ec2, "ec2", "stop-instances", "--instance-ids i-0ddd3333eeee4444f", true)]
    [InlineData(Ec2, "ec2", "stop-instances", "--instance-ids i-0ddd3333eeee4444f --force", false)]
    [InlineData(Ec2, "ec2", "terminate-instances", "--instance-ids i-0ddd3333eeee4444f", false)]
    [InlineData(Group, "autoscaling", "set-desired-capacity", "--auto-scaling-group-name shop-web --desired-capacity 5", true)]
    [InlineData(Group, "autoscaling", "set-desired-capacity", "--auto-scaling-group-name shop-web --desired-capacity 7", false)]
    [InlineData(Group, "autoscaling", "set-desired-capacity", "--auto-scaling-group-name shop-db --desired-capacity 5", false)]
    public void Find_ALineForAws_NeedsASentenceForIt(string skill, string service, string command, string args, bool passes) =>
        Passes(skill, $$"""aws.cli {"service":"{{service}}","command":"{{command}}","args":"{{args}}"}""").ShouldBe(passes);

    [Theory]
    [InlineData("vm", "web-1", true)]
    [InlineData("vmss", "web-1", false)]
    [InlineData("webapp", "web-1", false)]
    [InlineData("vm", "db-1", false)]
    public void Find_ALineForAzure_NeedsItsKindOfResource(string group, string name, bool passes) =>
        Passes(Vm, $$"""az.cli {"group":"{{group}}","command":"restart","args":"-g shop -n {{name}}"}""").ShouldBe(passes);

    [Theory]
    [InlineData("http.post", "kick", true)]
    [InlineData("http.put", "kick", false)]
    [InlineData("http.post", "status", false)]
    public void Find_AChangeOverHttp_IsTheMethodAndTheAddressThatWereAskedFor(string tool, string path, bool passes) =>
        Passes(Kick, $$"""{{tool}} {"url":"https://shop.example.com/{{path}}","body":"{}"}""").ShouldBe(passes);

    [Theory]
    [InlineData("shoes", 10, true)]
    [InlineData("shoes", 5, false)]
    [InlineData("socks", 10, false)]
    public void Find_AnOrder_IsForWhatItsSentenceSays(string item, int count, bool passes) =>
        Passes(Order, $$"""mcp.shop.order {"item":"{{item}}","count":{{count}}}""").ShouldBe(passes);

    [Theory]
    [InlineData("Keep web in namespace demo healthy.", "restart", "web", true)]
    [InlineData("Make sure that all Deployments in namespace demo stay up.", "restart", "payments", true)]
    [InlineData("Keep web in namespace demo healthy.", "undo", "web", false)]
    [InlineData("Keep web in namespace demo healthy.", "restart", "payments", false)]
    [InlineData("Keep web in namespace demo up to date.", "restart", "web", false)]
    [InlineData("Never keep web in namespace demo running.", "restart", "web", false)]
    public void Find_Upkeep_AsksForARestartAlone(string skill, string action, string name, bool passes) =>
        Passes(skill, $$"""kubectl.rollout {"action":"{{action}}","resource":"deployment","name":"{{name}}","namespace":"demo"}""", "2 deployments in namespace demo:\nNAME  READY  AGE\nweb  1/1  1d\npayments  1/1  1d").ShouldBe(passes);

    [Theory]
    [InlineData("Restart pods in demo that crash loop.", "pod", "web-1", true)]
    [InlineData("Restart pods in demo that crash loop.", "pod", "web-2", false)]
    [InlineData("Restart Deployments in demo that crash loop.", "pod", "web-1", false)]
    [InlineData("Keep pods in demo healthy.", "pod", "web-1", false)]
    public void Find_PodsThatCrash_MayBeDeletedToRestartThem(string skill, string kind, string name, bool passes) =>
        Passes(skill, $$"""kubectl.delete {"resource":"{{kind}}","name":"{{name}}","namespace":"demo"}""", "2 pods in namespace demo:\nNAME  READY  STATUS  RESTARTS  NODE  AGE\nweb-1  0/1  CrashLoopBackOff  7  n  1d\nweb-2  1/1  Running  0  n  1d").ShouldBe(passes);

    [Theory]
    [InlineData("import-1", true)]
    [InlineData("billing-run", false)]
    public void Find_JobsThatHaveEnded_AreThoseTheClusterShowsAsEnded(string name, bool passes) =>
        Passes("Clean up finished jobs.", $$"""kubectl.delete {"resource":"job","name":"{{name}}","namespace":"demo"}""", "2 jobs in namespace demo:\nNAME  COMPLETIONS  FAILED  AGE\nbilling-run  0/1  0  1h\nimport-1  1/1  0  1h").ShouldBe(passes);

    private static bool Passes(string skill, string call, string listed = "1 deployments in namespace demo:\nNAME  READY  AGE\nweb  1/1  1d") =>
        Judge(Authored(skill), call, ("kubectl.logs", "all is well"), ("kubectl.list", listed)) is null;
}
