namespace Legator.Core.Api;

/// <summary>Whether a caller may do something.</summary>
/// <param name="Allowed">The answer.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record Permission(bool Allowed, string Reason);
