namespace Legator.Runner.Tools.Aws;

/// <summary>An operation of a service.</summary>
/// <param name="Name">Name that is sent.</param>
/// <param name="Method">Method, for services that speak REST.</param>
/// <param name="Path">Path with <c>{places}</c>, for services that speak REST.</param>
/// <param name="Parameters">By option.</param>
internal sealed record AwsOperation(string Name, string Method, string Path, IReadOnlyDictionary<string, AwsMember> Parameters);
