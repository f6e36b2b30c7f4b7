using Legator.Core.Actions.Classification.Http.GraphQl;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>What a body does besides being sent: a form may carry another method, a statement, an action.</summary>
internal static class BodyRules
{
    private const int MaxForm = 64 * 1024;

    /// <summary>Judges the body of a request that is no GraphQL.</summary>
    public static void Judge(HttpCall call, string path, HttpFindings findings)
    {
        if (call.Body is not { } body)
        {
            return;
        }

        JudgeMethod(call, findings);
        if (body.Length <= MaxForm && LooksLikeForm(call, body))
        {
            QueryRules.Judge(body, path, findings);
        }
        else if (body.Contains("mutation", StringComparison.OrdinalIgnoreCase) && body.Contains('{', StringComparison.Ordinal) && GraphQlRules.Read(call) == GraphQlKind.Mutation)
        {
            findings.Raise(RiskTier.DestructiveMutation, GraphQlRules.Describe(GraphQlKind.Mutation));
        }
    }

    /// <summary>Judges the body of a POST that only asks: a form may ask for more.</summary>
    public static void JudgeQuestion(HttpCall call, string path, HttpFindings findings)
    {
        JudgeMethod(call, findings);
        if (call.Body is { } body && (body.Length > MaxForm || LooksLikeForm(call, body)) && call.Header("Content-Type").Contains("form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            QueryRules.Judge(body, path, findings);
        }
    }

    /// <summary>Judges whether the body carries another method.</summary>
    public static void JudgeMethod(HttpCall call, HttpFindings findings)
    {
        var body = call.Body ?? "";
        if (body.Contains("_method", StringComparison.OrdinalIgnoreCase) || body.Contains("%5fmethod", StringComparison.OrdinalIgnoreCase) || body.Contains("u005fmethod", StringComparison.OrdinalIgnoreCase)
            || body.Contains("method-override", StringComparison.OrdinalIgnoreCase))
        {
            findings.Raise(RiskTier.DestructiveMutation, "the body carries another method");
        }
    }

    private static bool LooksLikeForm(HttpCall call, string body) =>
        call.Header("Content-Type").Contains("form-urlencoded", StringComparison.OrdinalIgnoreCase)
        || (!body.StartsWith('{') && !body.StartsWith('[') && !body.StartsWith('<') && body.Contains('=', StringComparison.Ordinal));
}
