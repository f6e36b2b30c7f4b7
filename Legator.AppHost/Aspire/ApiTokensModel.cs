namespace Legator.AppHost.Aspire;

/// <summary>The secret parameters of the API and who is given them.</summary>
internal static class ApiTokensModel
{
    public static ApiTokens AddApiTokens(this IDistributedApplicationBuilder builder) =>
        new(builder.AddParameter("api-token", secret: true), builder.AddParameter("chatops-api-token", secret: true));

    public static IResourceBuilder<ProjectResource> TakeApiTokens(this IResourceBuilder<ProjectResource> web, ApiTokens tokens) =>
        web.WithEnvironment(Setting.Variable(Setting.ApiToken), tokens.People)
            .WithEnvironment(Setting.Variable(Setting.ChatOpsApiToken), tokens.ChatOps);
}
