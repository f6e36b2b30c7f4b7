namespace Legator.Web.SignIn;

/// <summary>Names of how callers prove who they are, and of what that lets them do.</summary>
internal static class Schemes
{
    public const string Token = "Token";

    public const string Session = "Session";

    /// <summary>Policy: a token or a dashboard session.</summary>
    public const string Read = "Read";

    /// <summary>Policy: a token only. A browser sends its session by itself, a token never, so no other site can make it act.</summary>
    public const string Act = "Act";

    /// <summary>Policy: a dashboard session only.</summary>
    public const string Browse = "Browse";

    public const string HolderClaim = "sub";

    public const string StampClaim = "stamp";
}
