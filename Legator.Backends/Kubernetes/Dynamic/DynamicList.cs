using System.Text.Json.Nodes;

namespace Legator.Backends.Kubernetes.Dynamic;

/// <summary>A page of objects of any kind.</summary>
/// <param name="Items">The objects, without managed fields.</param>
/// <param name="ResourceVersion">Version of the list.</param>
/// <param name="Continue">Token of the next page; null on the last.</param>
/// <param name="Remaining">How many follow, where the API says.</param>
public sealed record DynamicList(IReadOnlyList<JsonObject> Items, string ResourceVersion, string? Continue, long? Remaining);
