using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Tests.Protocol;

/// <summary>What a server answered.</summary>
internal sealed record ApiAnswer(int Code, JsonNode? Body, string Text, HttpResponseHeaders Headers)
{
    public string Reason => Body?["reason"]?.ToString() ?? "";

    public string Version => Body!["metadata"]!["resourceVersion"]!.ToString();

    public IEnumerable<string> Names => Body!["items"]!.AsArray().Select(i => i!["metadata"]!["name"]!.ToString());
}
