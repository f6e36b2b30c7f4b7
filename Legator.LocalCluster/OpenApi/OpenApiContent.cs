namespace Legator.LocalCluster.OpenApi;

/// <summary>A document ready to be sent.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="ContentType">Their media type.</param>
/// <param name="Hash">Identifies the content; it is the ETag and the hash in v3 addresses.</param>
internal sealed record OpenApiContent(byte[] Body, string ContentType, string Hash)
{
    public string ETag => $"\"{Hash}\"";
}
