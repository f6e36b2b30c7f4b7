using System.Net.Sockets;
using Legator.Backends.Kubernetes;

namespace Legator.Backends.Tests.Kubernetes;

public sealed class ClusterConnectionTests
{
    [Fact]
    public async Task Send_SocketFailsUnderTheClient_SaysThatTheApiCannotBeReached()
    {
        var target = new ClusterTarget { Server = new Uri("https://localhost:1"), Tokens = _ => throw new SocketException((int)SocketError.NotConnected) };
        using var connection = new ClusterConnection(target, ownNamespace: null, TimeSpan.FromSeconds(30), TimeProvider.System);
        var refusal = await Should.ThrowAsync<ClusterException>(() => connection.VersionAsync(TestContext.Current.CancellationToken));
        refusal.Reason.ShouldBe("Unreachable");
    }
}
