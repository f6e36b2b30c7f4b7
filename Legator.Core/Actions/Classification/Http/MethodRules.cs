namespace Legator.Core.Actions.Classification.Http;

/// <summary>What a method says by itself, before anybody looks at where the request goes.</summary>
internal static class MethodRules
{
    /// <summary>True for the methods that only read wherever they are sent.</summary>
    public static bool IsPlainRead(string method) =>
        method.Equals("GET", StringComparison.OrdinalIgnoreCase) || method.Equals("HEAD", StringComparison.OrdinalIgnoreCase) || method.Equals("OPTIONS", StringComparison.OrdinalIgnoreCase);

    /// <summary>The tier of a method, with what it does.</summary>
    /// <param name="method">Upper-case.</param>
    public static (RiskTier Tier, string Effect) Of(string method) => method switch
    {
        "GET" or "HEAD" or "OPTIONS" or "PROPFIND" or "LIST" => (RiskTier.Read, ""),
        "POST" => (RiskTier.ServiceMutation, "asks the server to do or make something"),
        "PUT" => (RiskTier.ServiceMutation, "makes or replaces something"),
        "PATCH" => (RiskTier.ServiceMutation, "changes something"),
        "TRACE" or "REPORT" or "SEARCH" or "QUERY" or "LOCK" or "UNLOCK" or "CHECKOUT" => (RiskTier.ServiceMutation, $"{method} is no plain read"),
        "DELETE" => (RiskTier.DestructiveMutation, "removes something"),
        _ => (RiskTier.DestructiveMutation, $"nobody can say what {method} does"),
    };
}
