namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>The comprehension macros: <c>list.all(x, …)</c> and its kin. A map is walked by its keys.</summary>
internal static class CelMacros
{
    public static bool IsMacro(string name) => name is "all" or "exists" or "exists_one" or "filter" or "map";

    public static CelExpression Build(string name, CelExpression target, string variable, CelExpression body, CelExpression? second)
    {
        if (second is not null && name != "map")
        {
            throw new CelException($"{name}() takes a variable and one expression");
        }
        return name switch
        {
            "all" => scope => All(Bind(scope), body, wanted: false),
            "exists" => scope => !All(Bind(scope), body, wanted: true),
            "exists_one" => scope => Bind(scope).Count(s => CelOperators.Bool(body(s))) == 1,
            "filter" => scope => Bind(scope).Where(s => CelOperators.Bool(body(s))).Select(s => s[variable]).ToList(),
            _ when second is null => scope => Bind(scope).Select(s => body(s)).ToList(),
            _ => scope => Bind(scope).Where(s => CelOperators.Bool(body(s))).Select(s => second(s)).ToList(),
        };

        IEnumerable<CelScope> Bind(CelScope scope) => CelValues.Items(target(scope)).Select(item => scope.With(variable, item));
    }

    // An error counts only when no other item decides the outcome.
    private static bool All(IEnumerable<CelScope> scopes, CelExpression body, bool wanted)
    {
        CelException? problem = null;
        foreach (var scope in scopes)
        {
            try
            {
                if (CelOperators.Bool(body(scope)) == wanted)
                {
                    return false;
                }
            }
            catch (CelException error)
            {
                problem ??= error;
            }
        }
        return problem is null ? true : throw problem;
    }
}
