using Legator.Core.Actions.Classification.Http;

namespace Legator.Core.Tests.Actions.Classification.Http;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("8.8.8.8", AddressKind.Public)]
    [InlineData("api.github.com", AddressKind.Public)]
    [InlineData("2606:4700::1111", AddressKind.Public)]
    [InlineData("127.8.8.8", AddressKind.Loopback)]
    [InlineData("LOCALHOST.", AddressKind.Loopback)]
    [InlineData("x.localhost", AddressKind.Loopback)]
    [InlineData("::1", AddressKind.Loopback)]
    [InlineData("169.254.169.254", AddressKind.CloudMetadata)]
    [InlineData("0xa9fea9fe", AddressKind.CloudMetadata)]
    [InlineData("metadata.google.internal", AddressKind.CloudMetadata)]
    [InlineData("fd00:ec2::254", AddressKind.CloudMetadata)]
    [InlineData("169.254.1.1", AddressKind.LinkLocal)]
    [InlineData("fe80::1", AddressKind.LinkLocal)]
    [InlineData("10.0.0.1", AddressKind.Private)]
    [InlineData("172.31.255.255", AddressKind.Private)]
    [InlineData("192.168.1.1", AddressKind.Private)]
    [InlineData("100.64.0.1", AddressKind.Private)]
    [InlineData("fc00::1", AddressKind.Private)]
    [InlineData("kubernetes.default.svc", AddressKind.Private)]
    [InlineData("kubernetes.default.svc.cluster.local", AddressKind.Private)]
    [InlineData("intranet", AddressKind.Private)]
    [InlineData("0.0.0.0", AddressKind.Reserved)]
    [InlineData("224.0.0.1", AddressKind.Reserved)]
    [InlineData("::", AddressKind.Reserved)]
    [InlineData("ff02::1", AddressKind.Reserved)]
    public void Of_Host_IsSorted(string host, AddressKind kind) => AddressRules.Of(host).ShouldBe(kind);
}
