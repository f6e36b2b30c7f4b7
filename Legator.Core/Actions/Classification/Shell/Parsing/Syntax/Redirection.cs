namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>Where an input or output goes.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Descriptor">The number or <c>{name}</c> before the sign; null for the usual one.</param>
/// <param name="Target">The word after it; the delimiter of a here-document.</param>
/// <param name="Document">What a here-document says; null otherwise.</param>
internal sealed record Redirection(RedirectionKind Kind, string? Descriptor, ParsedWord Target, HereDocument? Document = null);
