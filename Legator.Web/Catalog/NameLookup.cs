using Legator.Web.Api;

namespace Legator.Web.Catalog;

internal static class NameLookup
{
    /// <summary>Picks the one object that a name without a namespace means.</summary>
    /// <param name="what">E.g. <c>agent</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="namespaces">Namespaces that hold one of that name.</param>
    public static string TheOnly(string what, string name, IReadOnlyList<string> namespaces) => namespaces switch
    {
        [var one] => one,
        [] => throw ApiException.NotFound($"There is no {what} '{name}' in any namespace."),
        _ => throw new ApiException(
            StatusCodes.Status409Conflict,
            "AmbiguousName",
            $"There is {Article(what)} {what} '{name}' in {string.Join(", ", namespaces.Order(StringComparer.Ordinal))}: say which by ?namespace= (command line: -n).",
            "namespace"),
    };

    private static string Article(string what) => "aeiou".Contains(what[0], StringComparison.Ordinal) ? "an" : "a";
}
