using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Tools.Http;
using Legator.Runner.Tools.Aws;

namespace Legator.Runner.Tests.Tools.Aws;

public sealed class AwsCliToolTests(Cluster cluster, AwsSite site) : IClassFixture<Cluster>, IClassFixture<AwsSite>
{
    private readonly ToolGate _gate = Gates.Create(cluster);

    [Theory]
    [InlineData("ec2", "describe-instances", "--instance-ids i-1 i-2 --filters \"Name=tag:env,Values=prod,test\" Name=vpc-id,Values=vpc-1 --max-results 5",
        "ec2 eu-central-1 POST Action=DescribeInstances&Filter.1.Name=tag:env&Filter.1.Value.1=prod&Filter.1.Value.2=test&Filter.2.Name=vpc-id&Filter.2.Value.1=vpc-1&InstanceId.1=i-1&InstanceId.2=i-2&MaxResults=5&Version=2016-11-15")]
    [InlineData("ec2", "describe-instances", "--filters '[{\"Name\":\"tag:env\",\"Values\":[\"prod\"]}]' --no-dry-run", "ec2 eu-central-1 POST Action=DescribeInstances&DryRun=false&Filter.1.Name=tag:env&Filter.1.Value.1=prod&Version=2016-11-15")]
    [InlineData("rds", "describe-db-instances", "--db-instance-identifier=shop --region eu-central-1 --output json", "rds eu-central-1 POST Action=DescribeDBInstances&DBInstanceIdentifier=shop&Version=2014-10-31")]
    [InlineData("iam", "list-users", "", "iam us-east-1 POST Action=ListUsers&Version=2010-05-08")]
    [InlineData("elbv2", "describe-target-health", "--target-group-arn arn:aws:x --targets Id=i-1,Port=80", "elasticloadbalancing eu-central-1 POST Action=DescribeTargetHealth&TargetGroupArn=arn:aws:x&Targets.member.1.Id=i-1&Targets.member.1.Port=80&Version=2015-12-01")]
    [InlineData("ecs", "describe-services", "--cluster shop --services web api", "ecs eu-central-1 POST AmazonEC2ContainerServiceV20141113.DescribeServices {cluster:\"shop\",services:[\"web\",\"api\"]}")]
    [InlineData("logs", "filter-log-events", "--log-group-name /aws/x --start-time 1700000000000 --filter-pattern ERROR --limit 5", "logs eu-central-1 POST Logs_20140328.FilterLogEvents {filterPattern:\"ERROR\",limit:5,logGroupName:\"/aws/x\",startTime:1700000000000}")]
    [InlineData("cloudwatch", "get-metric-statistics", "--namespace AWS/EC2 --metric-name CPUUtilization --start-time 2026-01-01T00:00:00Z --end-time 2026-01-02 --period 300 --statistics Average --dimensions Name=InstanceId,Value=i-1",
        "monitoring eu-central-1 POST GraniteServiceVersion20100801.GetMetricStatistics {Dimensions:[{Name:\"InstanceId\",Value:\"i-1\"}],EndTime:1767312000,MetricName:\"CPUUtilization\",Namespace:\"AWS/EC2\",Period:300,StartTime:1767225600,Statistics:[\"Average\"]}")]
    [InlineData("lambda", "get-function-configuration", "--function-name arn:aws:lambda:eu-central-1:1:function:f --qualifier 3", "lambda eu-central-1 GET /2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-central-1%3A1%3Afunction%3Af/configuration Qualifier=3")]
    [InlineData("eks", "describe-cluster", "--name shop", "eks eu-central-1 GET /clusters/shop")]
    [InlineData("s3api", "list-objects-v2", "--bucket logs --prefix 'a b/ü' --max-keys 3", "s3 eu-central-1 GET /logs list-type=2&max-keys=3&prefix=a b/ü")]
    [InlineData("s3api", "head-object", "--bucket logs --key 'a b/c+d'", "s3 eu-central-1 HEAD /logs/a%20b/c%2Bd")]
    [InlineData("s3", "ls", "s3://logs/x/", "s3 eu-central-1 GET /logs delimiter=/&list-type=2&prefix=x/")]
    [InlineData("route53", "list-resource-record-sets", "--hosted-zone-id Z1", "route53 us-east-1 GET /2013-04-01/hostedzone/Z1/rrset")]
    [InlineData("dynamodb", "describe-table", "--table-name t", "dynamodb eu-central-1 POST DynamoDB_20120810.DescribeTable {TableName:\"t\"}")]
    public async Task Read_Line_IsTheSignedRequestThatItMeans(string service, string command, string args, string request)
    {
        site.Calls.Clear();
        site.Answer = _ => (200, "application/json", """{"x":1}""");
        (await _gate.JudgeAsync("aws.cli", new { service, command, args }, Scope())).Verdict.Tier.ShouldBe(RiskTier.Read);
        var result = await _gate.RunAsync("aws.cli", new { service, command, args }, Scope());
        result.Succeeded.ShouldBeTrue(result.Text);
        site.Calls.ShouldHaveSingleItem().Plain.ShouldBe(request);
    }

    [Theory]
    [InlineData("ec2", "reboot-instances", "--instance-ids i-1", RiskTier.ServiceMutation, "Action=RebootInstances&InstanceId.1=i-1")]
    [InlineData("ec2", "disassociate-address", "--association-id a-1", RiskTier.ServiceMutation, "Action=DisassociateAddress&AssociationId=a-1")]
    [InlineData("autoscaling", "set-desired-capacity", "--auto-scaling-group-name g --desired-capacity 3", RiskTier.ServiceMutation, "AutoScalingGroupName=g&DesiredCapacity=3")]
    [InlineData("ecs", "update-service", "--cluster c --service s --force-new-deployment", RiskTier.ServiceMutation, "forceNewDeployment:true")]
    [InlineData("eks", "update-nodegroup-config", "--cluster-name c --nodegroup-name n --scaling-config minSize=1,maxSize=3,desiredSize=2", RiskTier.ServiceMutation, "POST /clusters/c/node-groups/n/update-config {scalingConfig:{desiredSize:2,maxSize:3,minSize:1}}")]
    public async Task Change_Line_IsJudgedAndSent(string service, string command, string args, RiskTier tier, string request)
    {
        site.Calls.Clear();
        (await _gate.JudgeAsync("aws.cli", new { service, command, args }, Scope())).Verdict.Tier.ShouldBe(tier);
        await _gate.RunAsync("aws.cli", new { service, command, args }, Scope());
        site.Calls.ShouldHaveSingleItem().Plain.ShouldContain(request);
    }

    [Theory]
    [InlineData("ec2", "describe-instances", "--region us-east-1")]
    [InlineData("ec2", "describe-instances", "--profile other")]
    [InlineData("ec2", "describe-instances", "--endpoint-url http://evil.example.com")]
    [InlineData("ec2", "describe-instances", "--no-sign-request")]
    [InlineData("ec2", "describe-instances", "--debug")]
    [InlineData("ec2", "describe-instances", "--query Reservations")]
    [InlineData("ec2", "describe-instances", "--output text")]
    [InlineData("ec2", "describe-instances", "--filters file:///etc/passwd")]
    [InlineData("ec2", "describe-instances", "--cli-input-json '{}'")]
    [InlineData("ec2", "describe-instances", "--filters Name=a,Nope=b")]
    [InlineData("ec2", "describe-instances", "--instance-ids i-1 --instance-ids i-2")]
    [InlineData("ec2", "describe-instances", "i-1")]
    [InlineData("ec2", "describe-instances; ec2 terminate-instances", "")]
    [InlineData("ec2", "no-such-thing", "")]
    [InlineData("nosuch", "describe-things", "")]
    [InlineData("--profile", "x ec2 describe-instances", "")]
    [InlineData("eks", "describe-cluster", "")]
    [InlineData("eks", "describe-cluster", "--name ..")]
    [InlineData("eks", "describe-cluster", "--name a/../../b")]
    [InlineData("s3api", "head-object", "--bucket b --key ../other/secret")]
    [InlineData("lambda", "get-policy", "--function-name \"x\r\ny\"")]
    [InlineData("s3", "cp", "s3://a/b /etc/passwd")]
    public async Task Ask_WhatIsTheEnvironmentsOrUnknown_IsNotSent(string service, string command, string args)
    {
        site.Calls.Clear();
        var scope = Scope();
        var judgement = await _gate.JudgeAsync("aws.cli", new { service, command, args }, scope);
        if (judgement.Permit is not null)
        {
            (await _gate.ExecuteAsync(judgement.Permit, scope, TestContext.Current.CancellationToken)).Succeeded.ShouldBeFalse();
        }

        site.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answer_Xml_IsJsonWithoutWrapping()
    {
        site.Answer = _ => (200, "text/xml", """<DescribeInstancesResponse xmlns="http://x/"><requestId>1</requestId><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId><tagSet/></item></instancesSet></item></reservationSet></DescribeInstancesResponse>""");
        (await _gate.RunAsync("aws.cli", new { service = "ec2", command = "describe-instances" }, Scope())).Text.ShouldBe("""{"reservationSet":[{"instancesSet":[{"instanceId":"i-1"}]}]}""");
        site.Answer = _ => (200, "text/xml", "<GetUserResponse><GetUserResult><User><UserName>a</UserName></User></GetUserResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetUserResponse>");
        (await _gate.RunAsync("aws.cli", new { service = "iam", command = "get-user" }, Scope())).Text.ShouldBe("""{"User":{"UserName":"a"}}""");
    }

    [Fact]
    public async Task Answer_XmlWithAnEntity_IsNotExpanded()
    {
        site.Answer = _ => (200, "text/xml", """<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>""");
        (await _gate.RunAsync("aws.cli", new { service = "iam", command = "get-user" }, Scope())).Text.ShouldNotContain("root:");
    }

    [Theory]
    [InlineData("text/xml", "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not allowed.</Message></Error></Errors></Response>", "AWS answered 403 UnauthorizedOperation: You are not allowed.")]
    [InlineData("application/x-amz-json-1.1", """{"__type":"com.x#AccessDeniedException","Message":"Not you."}""", "AWS answered 403 AccessDeniedException: Not you.")]
    [InlineData("application/json", """{"__type":"ExpiredTokenException","message":"old"}""", "AWS refused the credential 'aws' (403 ExpiredTokenException).")]
    public async Task Answer_Error_IsToldInASentence(string media, string text, string expected)
    {
        site.Answer = _ => (403, media, text);
        (await _gate.RunAsync("aws.cli", new { service = "ec2", command = "describe-vpcs" }, Scope())).ShouldSatisfyAllConditions(r => r.Succeeded.ShouldBeFalse(), r => r.Text.ShouldBe(expected));
    }

    [Fact]
    public async Task Ask_WrongKey_NamesTheCredentialAndNothingElse()
    {
        var result = await _gate.RunAsync("aws.cli", new { service = "ec2", command = "describe-vpcs" }, Scope(("aws-secret-access-key", "canary-secret")));
        result.Text.ShouldBe("AWS refused the credential 'aws' (403 SignatureDoesNotMatch).");
    }

    [Fact]
    public async Task Ask_TemporaryKeys_SendsTheirTokenSigned()
    {
        site.Calls.Clear();
        await _gate.RunAsync("aws.cli", new { service = "ec2", command = "describe-vpcs" }, Scope(("aws-session-token", AwsSite.SessionToken)));
        site.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("111122223333", true)]
    [InlineData("999999999999", false)]
    public async Task Ask_AccountThatTheEnvironmentNames_IsCheckedOnce(string number, bool same)
    {
        site.Calls.Clear();
        site.Answer = c => c.Service == "sts" ? (200, "text/xml", "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>") : (200, "text/xml", "<a/>");
        var scope = Scope(("account", number));
        var result = await _gate.RunAsync("aws.cli", new { service = "ec2", command = "describe-vpcs" }, scope);
        result.Succeeded.ShouldBe(same, result.Text);
        await _gate.RunAsync("aws.cli", new { service = "ec2", command = "describe-subnets" }, scope);
        site.Calls.Count(c => c.Service == "ec2").ShouldBe(same ? 2 : 0);
        site.Calls.Count(c => c.Service == "sts").ShouldBe(same ? 1 : 2);
    }

    [Fact]
    public async Task Ask_NoCredential_SaysSo()
    {
        var scope = Gates.Scope();
        (await _gate.RunAsync("aws.cli", new { service = "ec2", command = "describe-vpcs" }, scope)).Text.ShouldBe("The environment has no credential of type aws.");
    }

    [Fact]
    public async Task Help_ListsOperations() =>
        (await _gate.RunAsync("aws.cli", new { service = "sts", command = "help" }, Scope())).Text.ShouldContain("get-caller-identity");

    [Fact]
    public void Table_EveryServiceAndOperation_CanBeRead()
    {
        AwsTable.Services.Sum(s => AwsTable.Find(s)!.Operations.Count).ShouldBeGreaterThan(2000);
        AwsTable.Services.SelectMany(s => AwsTable.Find(s)!.Operations.Values).ShouldAllBe(o => o.Path.StartsWith('/') && o.Parameters.Values.All(p => p.Wire.Length > 0));
    }

    [Theory]
    [InlineData("ec2", "start-instances", "--instance-ids i-1 i-2", "running pending", InterruptedOutcome.Executed)]
    [InlineData("ec2", "start-instances", "--instance-ids i-1 i-2", "running stopped", InterruptedOutcome.Unknown)]
    [InlineData("ec2", "start-instances", "--instance-ids i-1 i-2", "running", InterruptedOutcome.Unknown)]
    [InlineData("ec2", "stop-instances", "--instance-ids i-1", "stopping", InterruptedOutcome.Executed)]
    [InlineData("ec2", "stop-instances", "--instance-ids i-1", "running", InterruptedOutcome.Unknown)]
    [InlineData("ec2", "terminate-instances", "--instance-ids i-1", "terminated", InterruptedOutcome.Executed)]
    public async Task Change_ThatWasCutOff_IsToldByTheStateOfItsInstances(string service, string command, string args, string states, InterruptedOutcome outcome)
    {
        site.Calls.Clear();
        var items = string.Concat(states.Split(' ').Select((state, i) => $"<item><instanceId>i-{i + 1}</instanceId><instanceState><code>1</code><name>{state}</name></instanceState></item>"));
        site.Answer = _ => (200, "text/xml", $"<DescribeInstancesResponse><requestId>1</requestId><reservationSet><item><instancesSet>{items}</instancesSet></item></reservationSet></DescribeInstancesResponse>");
        (await ReconcileAsync(service, command, args)).ShouldBe(outcome);
        site.Calls.ShouldHaveSingleItem().Plain.ShouldContain("Action=DescribeInstances");
    }

    [Theory]
    [InlineData("autoscaling", "set-desired-capacity", "--auto-scaling-group-name g --desired-capacity 3", "{\"AutoScalingGroups\":[{\"DesiredCapacity\":3}]}", InterruptedOutcome.Executed)]
    [InlineData("autoscaling", "set-desired-capacity", "--auto-scaling-group-name g --desired-capacity 3", "{\"AutoScalingGroups\":[{\"DesiredCapacity\":2}]}", InterruptedOutcome.Unknown)]
    [InlineData("ecs", "update-service", "--cluster c --service s --desired-count 4", "{\"services\":[{\"desiredCount\":4}]}", InterruptedOutcome.Executed)]
    [InlineData("ecs", "update-service", "--cluster c --service s --desired-count 4", "{\"services\":[]}", InterruptedOutcome.Unknown)]
    [InlineData("ecs", "update-service", "--cluster c --service s --desired-count 4", "nothing that can be read", InterruptedOutcome.Unknown)]
    public async Task Change_ThatWasCutOff_IsToldByTheNumberThatWasAskedFor(string service, string command, string args, string answer, InterruptedOutcome outcome)
    {
        site.Answer = _ => (200, "application/json", answer);
        (await ReconcileAsync(service, command, args)).ShouldBe(outcome);
    }

    [Theory]
    [InlineData("ec2", "reboot-instances", "--instance-ids i-1")]
    [InlineData("ecs", "update-service", "--cluster c --service s --desired-count 4 --force-new-deployment")]
    public async Task Change_ThatNoStateShows_IsUnknown(string service, string command, string args)
    {
        site.Calls.Clear();
        (await ReconcileAsync(service, command, args)).ShouldBe(InterruptedOutcome.Unknown);
        site.Calls.ShouldBeEmpty();
    }

    private async Task<InterruptedOutcome> ReconcileAsync(string service, string command, string args) =>
        (await _gate.ReconcileAsync(Gates.Call("aws.cli", new { service, command, args }), TimeProvider.System.GetUtcNow(), _gate.On(Scope()), TestContext.Current.CancellationToken)).Outcome;

    private RunScope Scope(params (string, string)[] fields) => Gates.Scope() with
    {
        Credentials = new Dictionary<string, ICredentialHandle>
        {
            ["aws"] = new Credential("aws", CredentialType.Aws, [.. fields, .. Defaults().Where(d => fields.All(f => f.Item1 != d.Item1))]),
        },
    };

    private (string, string)[] Defaults() =>
        [("aws-access-key-id", AwsSite.KeyId), ("aws-secret-access-key", AwsSite.SecretKey), ("region", "eu-central-1"), ("endpoint", site.Address.AbsoluteUri)];
}
