namespace Legator.Runner.Tools.Azure;

/// <summary>A command as a request to Azure Resource Manager.</summary>
/// <param name="Method">Method.</param>
/// <param name="Path">Path and query: <c>{option}</c> stands for a value, and what is in <c>[…]</c>, or a piece of the query, falls away without the values in it.</param>
/// <param name="Version">Version of the interface; an option in braces where the caller says it.</param>
internal sealed record AzureCommand(string Method, string Path, string Version);
