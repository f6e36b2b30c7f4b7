using System.Diagnostics;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Tools.Http;

namespace Legator.Runner.Tests.Tools.Aws;

/// <summary>The vendor's own command line, where it is installed, put to the same stand-in: it must sign in a way that the stand-in takes, and ask for the same thing in the same words.</summary>
public sealed class AwsOracleTests(Cluster cluster, AwsSite site) : IClassFixture<Cluster>, IClassFixture<AwsSite>
{
    [Theory]
    [InlineData("ec2", "describe-instances", "--filters Name=tag:env,Values=prod,test --max-results 5")]
    [InlineData("elbv2", "describe-target-health", "--target-group-arn arn:aws:x --targets Id=i-1,Port=80")]
    [InlineData("lambda", "get-function-configuration", "--function-name arn:aws:lambda:eu-central-1:1:function:f")]
    [InlineData("s3api", "head-object", "--bucket logs-1 --key x/y+z")]
    public async Task Send_Line_IsWhatTheVendorsProgramSends(string service, string command, string args)
    {
        var words = new[] { service, command }.Concat(args.Split(' ')).ToArray();
        site.Calls.Clear();
        var said = await RunAsync(words);
        Assert.SkipWhen(said is null, "The aws command line is not installed.");
        var theirs = site.Calls.FirstOrDefault().ShouldNotBeNull(said);
        site.Calls.Clear();
        var credential = new Credential("aws", CredentialType.Aws, ("aws-access-key-id", AwsSite.KeyId), ("aws-secret-access-key", AwsSite.SecretKey), ("region", "eu-central-1"), ("endpoint", site.Address.AbsoluteUri));
        await Gates.Create(cluster).RunAsync("aws.cli", new { service, command, args }, Gates.Scope() with { Credentials = new Dictionary<string, ICredentialHandle> { ["aws"] = credential } });
        site.Calls.ShouldHaveSingleItem().Plain.ShouldBe(theirs.Plain);
    }

    /// <summary>What the program said; null when there is none.</summary>
    private async Task<string?> RunAsync(string[] words)
    {
        var start = new ProcessStartInfo("aws", words) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[]
        {
            ("AWS_ACCESS_KEY_ID", AwsSite.KeyId), ("AWS_SECRET_ACCESS_KEY", AwsSite.SecretKey), ("AWS_DEFAULT_REGION", "eu-central-1"), ("AWS_ENDPOINT_URL", site.Address.AbsoluteUri), ("AWS_PAGER", ""), ("AWS_MAX_ATTEMPTS", "1"),
            ("AWS_CONFIG_FILE", "/dev/null"), ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"), ("AWS_EC2_METADATA_DISABLED", "true"),
        })
        {
            start.Environment[name] = value;
        }

        start.ArgumentList.Add("--endpoint-url");
        start.ArgumentList.Add(site.Address.AbsoluteUri);
        try
        {
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 127 ? null : await output + await errors;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
