namespace Legator.Core.Connectivity;

/// <summary>An endpoint that did not answer.</summary>
/// <param name="Name">Its name in the environment.</param>
/// <param name="Url">Its URL, without what may be secret in it.</param>
/// <param name="Problem">What happened, in words of ours.</param>
public sealed record UnreachableEndpoint(string Name, string Url, string Problem);
