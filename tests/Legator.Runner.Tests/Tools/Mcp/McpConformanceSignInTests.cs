namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>
/// The sign-in scenarios of the suite. Left out, because the client refuses on purpose what they want: <c>auth/metadata-var2</c> and <c>-var3</c> (metadata of another issuer than the one that was asked),
/// <c>auth/2025-03-26-oauth-endpoint-fallback</c> (an authorization server that says nothing of itself); and because that grant is not there: <c>auth/client-credentials-basic</c> and <c>-jwt</c>.
/// </summary>
public sealed class McpConformanceSignInTests
{
    [Theory]
    [InlineData("auth/metadata-default")]
    [InlineData("auth/metadata-var1")]
    [InlineData("auth/basic-cimd")]
    [InlineData("auth/scope-from-www-authenticate")]
    [InlineData("auth/scope-from-scopes-supported")]
    [InlineData("auth/scope-omitted-when-undefined")]
    [InlineData("auth/scope-step-up")]
    [InlineData("auth/scope-retry-limit")]
    [InlineData("auth/token-endpoint-auth-basic")]
    [InlineData("auth/token-endpoint-auth-post")]
    [InlineData("auth/token-endpoint-auth-none")]
    [InlineData("auth/resource-mismatch")]
    [InlineData("auth/pre-registration")]
    [InlineData("auth/2025-03-26-oauth-metadata-backcompat")]
    public Task Scenario_OfTheSuite_Passes(string scenario) => ConformanceSuite.PlayAsync(scenario);
}
