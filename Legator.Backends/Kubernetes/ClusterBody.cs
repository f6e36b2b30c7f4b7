using System.Net.Http.Headers;

namespace Legator.Backends.Kubernetes;

/// <summary>Bytes to send, and as what; kept apart from HttpContent because a throttled request is sent again.</summary>
internal sealed record ClusterBody(byte[] Bytes, string MediaType)
{
    public const string Json = "application/json";
    public const string MergePatch = "application/merge-patch+json";
    public const string JsonPatch = "application/json-patch+json";
    public const string StrategicPatch = "application/strategic-merge-patch+json";
    public const string Apply = "application/apply-patch+yaml";

    public HttpContent ToContent()
    {
        var content = new ByteArrayContent(Bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        return content;
    }
}
