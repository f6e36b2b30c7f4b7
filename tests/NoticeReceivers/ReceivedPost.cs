using System.Text.Json.Nodes;

namespace Legator.Tests.NoticeReceivers;

/// <summary>A POST as it came in.</summary>
internal sealed record ReceivedPost(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    public override string ToString() => $"{Path} {System.Text.Encoding.UTF8.GetString(Body)}";
}
