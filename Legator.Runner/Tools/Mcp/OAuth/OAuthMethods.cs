namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>Ways in which a client says who it is at the token endpoint.</summary>
internal static class OAuthMethods
{
    public const string Basic = "client_secret_basic";
    public const string Post = "client_secret_post";
    public const string Key = "private_key_jwt";
    public const string None = "none";
}
