namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>The sign-in scenarios of the suite: all of them.</summary>
public sealed class McpConformanceSignInTests
{
    [Theory]
    [InlineData("auth/metadata-default")]
    [InlineData("auth/metadata-var1")]
    [InlineData("auth/metadata-var2")]
    [InlineData("auth/metadata-var3")]
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
    [InlineData("auth/2025-03-26-oauth-endpoint-fallback")]
    [InlineData("auth/client-credentials-jwt")]
    [InlineData("auth/client-credentials-basic")]
    [InlineData("auth/offline-access-scope")]
    [InlineData("auth/offline-access-not-supported")]
    [InlineData("auth/cross-app-access-complete-flow")]
    public Task Scenario_OfTheSuite_Passes(string scenario) => ConformanceSuite.PlayAsync(scenario);

    [Theory]
    [InlineData("auth/metadata-var2")]
    [InlineData("auth/metadata-var3")]
    public Task Scenario_WhoseMetadataAreOfAnotherIssuerThatIsNamed_Passes(string scenario) => ConformanceSuite.PlayAsync(scenario, NpmPackages.OlderConformance);
}
