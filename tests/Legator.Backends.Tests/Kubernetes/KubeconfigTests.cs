using Legator.Backends.Kubernetes;

namespace Legator.Backends.Tests.Kubernetes;

public sealed class KubeconfigTests
{
    [Fact]
    public void Read_CurrentContext_Counts()
    {
        var kubeconfig = Kubeconfig.Read("""
            current-context: b
            contexts: [{name: a, context: {cluster: a, user: a}}, {name: b, context: {cluster: b, user: b}}]
            clusters: [{name: a, cluster: {server: "https://a:1"}}, {name: b, cluster: {server: "https://b:2"}}]
            users: [{name: a, user: {token: token-a}}, {name: b, user: {token: token-b}}]
            """);
        kubeconfig.Server.ShouldBe(new Uri("https://b:2"));
        kubeconfig.Secrets.ShouldBe(["token-b"]);
    }

    [Theory]
    [InlineData("server: 'http://plain:8080'", "token: t", "no https address")]
    [InlineData("server: 'https://user:pass@host'", "token: t", "no https address")]
    [InlineData("server: 'https://h', certificate-authority: keys/ca.crt", "token: t", "names a file (certificate-authority)")]
    [InlineData("server: 'https://h', certificate-authority-data: bm8gY2VydA==", "token: t", "holds no certificate")]
    [InlineData("server: 'https://h', certificate-authority-data: '***'", "token: t", "is not base64")]
    [InlineData("server: 'https://h', proxy-url: 'http://p'", "token: t", "not supported (proxy-url)")]
    [InlineData("server: 'https://h', insecure-skip-tls-verify: maybe", "token: t", "neither true nor false")]
    [InlineData("server: 'https://h'", "exec: {command: id}", "runs a program (exec)")]
    [InlineData("server: 'https://h'", "auth-provider: {name: gcp}", "runs a program (auth-provider)")]
    [InlineData("server: 'https://h'", "client-key: keys/client.key", "names a file (client-key)")]
    [InlineData("server: 'https://h'", "client-key-data: c2VjcmV0", "go together")]
    [InlineData("server: 'https://h'", "impersonate: x", "not supported (impersonate)")]
    public void Read_WhatOneFromASecretMayNot_IsNamedWithoutItsValue(string cluster, string user, string because)
    {
        var problem = Should.Throw<KubeconfigException>(() => Kubeconfig.Read($"contexts: [{{name: c, context: {{cluster: k, user: u}}}}]\nclusters: [{{name: k, cluster: {{{cluster}}}}}]\nusers: [{{name: u, user: {{{user}}}}}]")).Message;
        problem.ShouldContain(because);
        problem.ShouldNotContain("pass@");
        problem.ShouldNotContain("c2VjcmV0");
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("a: [")]
    [InlineData("contexts: [{name: c, context: {cluster: k}}]")]
    [InlineData("contexts: [{name: c, context: {cluster: k, user: u}}, {name: d, context: {cluster: k, user: u}}]")]
    [InlineData("contexts: [{name: c, context: {cluster: k, user: u}}]\nclusters: [{name: k, cluster: {server: 'https://a'}}, {name: k, cluster: {server: 'https://b'}}]\nusers: [{name: u, user: {}}]")]
    public void Read_NoKubeconfig_IsRefused(string text) => Should.Throw<KubeconfigException>(() => Kubeconfig.Read(text));
}
