using System.Net.Http.Headers;

namespace Legator.LocalCluster.Tests.Protocol;

public sealed class AccessTests(ProtocolServers servers) : IClassFixture<ProtocolServers>
{
    private const string Roles = "/apis/rbac.authorization.k8s.io/v1/namespaces/default";

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Request_WithAWrongToken_IsUnauthorized(string server)
    {
        ApiAnswer answer = await servers.On(server).SendAsync(HttpMethod.Get, "/api", null, authorization: new AuthenticationHeaderValue("Bearer", "wrong"));

        answer.Code.ShouldBeOneOf(401, servers.On(server).Authorization is null ? 200 : 401);
    }

    [Fact]
    public async Task Request_WithoutAToken_IsUnauthorizedButHealthIsOpen()
    {
        ApiServer api = servers.On(ProtocolServers.Local);
        AuthenticationHeaderValue none = new("Basic", "Og==");

        (await api.SendAsync(HttpMethod.Get, "/api/v1/namespaces", null, authorization: none)).Code.ShouldBe(401);
        (await api.SendAsync(HttpMethod.Get, "/readyz", null, authorization: none)).Text.ShouldBe("ok");
        (await api.SendAsync(HttpMethod.Get, "/version", null, authorization: none)).Body!["major"]!.ToString().ShouldBe("1");
    }

    [Fact]
    public async Task ServiceAccount_MayDoWhatItsRoleGrants_AndNothingElse()
    {
        ApiServer api = servers.On(ProtocolServers.Local);
        AuthenticationHeaderValue account = await AccountAsync(api, "reader");
        await api.PostAsync(Roles + "/roles", """{"metadata":{"name":"read"},"rules":[{"apiGroups":["test.legator.io"],"resources":["probes"],"verbs":["get","list"]}]}""");
        await api.PostAsync(
            Roles + "/rolebindings",
            """{"metadata":{"name":"read"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"read"},"subjects":[{"kind":"ServiceAccount","name":"reader","namespace":"default"}]}""");

        ApiAnswer read = await api.SendAsync(HttpMethod.Get, ApiServer.Probes, null, authorization: account);
        ApiAnswer written = await api.SendAsync(HttpMethod.Post, ApiServer.Probes, ApiServer.Probe("no"), authorization: account);
        ApiAnswer secrets = await api.SendAsync(HttpMethod.Get, "/api/v1/namespaces/default/secrets", null, authorization: account);

        read.Code.ShouldBe(200);
        written.Code.ShouldBe(403);
        secrets.Body!["message"]!.ToString().ShouldBe(
            "secrets is forbidden: User \"system:serviceaccount:default:reader\" cannot list resource \"secrets\" in API group \"\" in the namespace \"default\"");
    }

    [Fact]
    public async Task Role_ThatGrantsMoreThanItsWriterHolds_IsRefused()
    {
        ApiServer api = servers.On(ProtocolServers.Local);
        AuthenticationHeaderValue account = await AccountAsync(api, "climber");
        await api.PostAsync(
            Roles + "/rolebindings",
            """{"metadata":{"name":"climb"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"climb"},"subjects":[{"kind":"ServiceAccount","name":"climber","namespace":"default"}]}""");
        await api.PostAsync(Roles + "/roles", """{"metadata":{"name":"climb"},"rules":[{"apiGroups":["rbac.authorization.k8s.io"],"resources":["roles"],"verbs":["create","patch","get"]}]}""");

        ApiAnswer climbed = await api.SendAsync(
            HttpMethod.Post, Roles + "/roles", """{"metadata":{"name":"strong"},"rules":[{"apiGroups":[""],"resources":["secrets"],"verbs":["get"]}]}""", authorization: account);
        ApiAnswer held = await api.SendAsync(
            HttpMethod.Post, Roles + "/roles", """{"metadata":{"name":"same"},"rules":[{"apiGroups":["rbac.authorization.k8s.io"],"resources":["roles"],"verbs":["get"]}]}""", authorization: account);

        climbed.Code.ShouldBe(403);
        climbed.Body!["message"]!.ToString().ShouldContain("is attempting to grant RBAC permissions not currently held");
        held.Code.ShouldBe(201);
    }

    [Fact]
    public async Task Token_OfADeletedAccount_IsWorthNothing()
    {
        ApiServer api = servers.On(ProtocolServers.Local);
        AuthenticationHeaderValue account = await AccountAsync(api, "leaver");
        (await api.SendAsync(HttpMethod.Get, "/api", null, authorization: account)).Code.ShouldBe(200);

        await api.DeleteAsync("/api/v1/namespaces/default/serviceaccounts/leaver");

        (await api.SendAsync(HttpMethod.Get, "/api", null, authorization: account)).Code.ShouldBe(401);
    }

    [Fact]
    public async Task Impersonation_ByTheAdmin_TakesOnTheOthersRights()
    {
        ApiAnswer answer = await servers.On(ProtocolServers.Local).GetAsync("/api/v1/namespaces", ("Impersonate-User", "nobody"));

        answer.Code.ShouldBe(403);
    }

    private static async Task<AuthenticationHeaderValue> AccountAsync(ApiServer api, string name)
    {
        await api.PostAsync("/api/v1/namespaces/default/serviceaccounts", $$$"""{"metadata":{"name":"{{{name}}}"}}""");
        ApiAnswer token = await api.PostAsync($"/api/v1/namespaces/default/serviceaccounts/{name}/token", "{}");
        return new AuthenticationHeaderValue("Bearer", token.Body!["status"]!["token"]!.ToString());
    }
}
