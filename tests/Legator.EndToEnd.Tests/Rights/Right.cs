namespace Legator.EndToEnd.Tests.Rights;

/// <summary>One thing that a role allows.</summary>
/// <param name="Resource">With its group, e.g. <c>legatorruns.legator.io/status</c>; <c>secrets</c> where it has none.</param>
/// <param name="Verb">E.g. <c>watch</c>.</param>
internal sealed record Right(string Resource, string Verb)
{
    /// <summary>What a request to the API is; null for what needs no right of its own.</summary>
    public static Right? Of(string method, string path, bool watches)
    {
        var parts = path.Trim('/').Split('/');
        var (group, rest) = parts switch
        {
            ["api", _, .. var core] => ("", core),
            ["apis", var name, _, .. var others] => ("." + name, others),
            _ => ("", []),
        };
        rest = rest is ["namespaces", _, _, ..] ? rest[2..] : rest;
        return rest is [var kind, ..]
            ? new Right(kind + group + (rest.Length > 2 ? "/" + rest[2] : ""), VerbOf(method, rest.Length > 1, watches))
            : null;
    }

    private static string VerbOf(string method, bool named, bool watches) => method switch
    {
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => "delete",
        _ => named ? "get" : watches ? "watch" : "list",
    };
}
