using System.Net;
using Legator.Operator.Notifications;
using Legator.Operator.Notifications.Channels;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Tests.Notifications;

/// <summary>The address that is really connected to is judged, whatever the name was when somebody looked.</summary>
public sealed class ChannelConnectionsTests
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("10.1.2.3")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    public async Task Name_ThatPointsInside_IsNotConnectedTo(string address)
    {
        var connections = new ChannelConnections(Options.Create(new NotificationOptions()), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34"), IPAddress.Parse(address)]));
        connections.Refusal(new Uri("https://hooks.example.com/x")).ShouldBeNull();
        await Should.ThrowAsync<ChannelRefusedException>(() => connections.ConnectAsync("hooks.example.com", 443, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("fd00:ec2::254")]
    public async Task Metadata_EvenWhereEveryHostIsInternal_IsNotConnectedTo(string address)
    {
        var connections = new ChannelConnections(Options.Create(new NotificationOptions { InternalHosts = ["*"], PlainHosts = ["*"] }), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]));
        await Should.ThrowAsync<ChannelRefusedException>(() => connections.ConnectAsync("mail.example.com", 25, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Options_ThatCannotBe_AreAllNamedAtOnce()
    {
        var options = new NotificationOptions { InternalHosts = ["https://x/"], PublicUrl = "legator", PerHour = -1, MaxAttempts = 0, FirstRetry = TimeSpan.Zero, Mail = new MailServerOptions { Security = "ssl" } };
        var failures = new NotificationOptionsValidator().Validate(null, options).Failures!.ToList();
        foreach (var key in new[] { "InternalHosts", "PublicUrl", "PerHour", "MaxAttempts", "FirstRetry", "Mail" })
        {
            failures.ShouldContain(failure => failure.StartsWith($"Notifications:{key}", StringComparison.Ordinal));
        }

        new NotificationOptionsValidator().Validate(null, new NotificationOptions()).Succeeded.ShouldBeTrue();
    }
}
