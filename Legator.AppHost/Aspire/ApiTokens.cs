namespace Legator.AppHost.Aspire;

/// <summary>Who may call the API: people with the first token, ChatOps with its own.</summary>
/// <param name="People">Token of people and the CLI.</param>
/// <param name="ChatOps">Token of ChatOps.</param>
internal sealed record ApiTokens(IResourceBuilder<ParameterResource> People, IResourceBuilder<ParameterResource> ChatOps);
