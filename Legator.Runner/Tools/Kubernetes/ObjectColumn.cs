using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>A column of a table of objects.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Read">The cell of an object at a time.</param>
internal sealed record ObjectColumn(string Title, Func<JsonObject, DateTimeOffset, string> Read);
