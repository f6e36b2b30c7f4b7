using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>The operators of the language.</summary>
internal static class CelOperators
{
    public static bool Bool(object? value) => value is bool truth ? truth : throw new CelException("no such overload: a condition must be a bool, not " + CelValues.TypeName(value));

    public static CelException NoOverload(string operation, object? left, object? right) =>
        new($"found no matching overload for '{operation}' applied to '({CelValues.TypeName(left)}, {CelValues.TypeName(right)})'");

    public static CelExpression Binary(string symbol, CelExpression left, CelExpression right) => symbol switch
    {
        "&&" => scope => Decide(scope, left, right, decisive: false),
        "||" => scope => Decide(scope, left, right, decisive: true),
        "==" => scope => AreEqual(left(scope), right(scope)),
        "!=" => scope => !AreEqual(left(scope), right(scope)),
        "<" => scope => Compare("_<_", left(scope), right(scope)) < 0,
        "<=" => scope => Compare("_<=_", left(scope), right(scope)) <= 0,
        ">" => scope => Compare("_>_", left(scope), right(scope)) > 0,
        ">=" => scope => Compare("_>=_", left(scope), right(scope)) >= 0,
        "in" => scope => IsIn(left(scope), right(scope)),
        _ => scope => Arithmetic(symbol, left(scope), right(scope)),
    };

    public static object Negate(object? value) => value switch
    {
        long whole => checked(-whole),
        double real => -real,
        TimeSpan time => -time,
        _ => throw new CelException($"found no matching overload for '-_' applied to '({CelValues.TypeName(value)})'"),
    };

    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (long whole, double real) => whole == real,
        (double real, long whole) => whole == real,
        (JsonObject a, JsonObject b) => JsonNode.DeepEquals(a, b),
        (string or bool or long or double or TimeSpan or DateTimeOffset, _) => left.Equals(right),
        (null, _) or (_, null) or (JsonObject, _) or (_, JsonObject) or (_, string) => false,
        _ => CelValues.Items(left).SequenceEqual(CelValues.Items(right), CelEquality.Instance),
    };

    public static int Compare(string operation, object? left, object? right) => (left, right) switch
    {
        (long a, long b) => a.CompareTo(b),
        (double a, double b) => a.CompareTo(b),
        (long a, double b) => ((double)a).CompareTo(b),
        (double a, long b) => a.CompareTo(b),
        (string a, string b) => string.CompareOrdinal(a, b),
        (bool a, bool b) => a.CompareTo(b),
        (TimeSpan a, TimeSpan b) => a.CompareTo(b),
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        _ => throw NoOverload(operation, left, right),
    };

    private static bool IsIn(object? item, object? container) =>
        container is JsonObject map ? item is string key && map.ContainsKey(key) : CelValues.Items(container).Any(other => AreEqual(item, other));

    private static object Arithmetic(string symbol, object? left, object? right)
    {
        try
        {
            return (symbol, left, right) switch
            {
                ("+", long a, long b) => checked(a + b),
                ("-", long a, long b) => checked(a - b),
                ("*", long a, long b) => checked(a * b),
                ("/", long a, long b) => a / b,
                ("%", long a, long b) => a % b,
                ("+", double a, double b) => a + b,
                ("-", double a, double b) => a - b,
                ("*", double a, double b) => a * b,
                ("/", double a, double b) => a / b,
                ("+", string a, string b) => a + b,
                ("+", TimeSpan a, TimeSpan b) => a + b,
                ("-", TimeSpan a, TimeSpan b) => a - b,
                ("+", DateTimeOffset a, TimeSpan b) => a + b,
                ("-", DateTimeOffset a, TimeSpan b) => a - b,
                ("-", DateTimeOffset a, DateTimeOffset b) => a - b,
                ("+", not (null or string or bool or JsonObject), not (null or string or bool or JsonObject)) => CelValues.Items(left).Concat(CelValues.Items(right)).ToList(),
                _ => throw NoOverload($"_{symbol}_", left, right),
            };
        }
        catch (DivideByZeroException)
        {
            throw new CelException(symbol == "/" ? "division by zero" : "modulus by zero");
        }
        catch (OverflowException)
        {
            throw new CelException("integer overflow");
        }
    }

    // Both sides may decide, whichever comes first: an error on one side does not count when the other decides.
    private static bool Decide(CelScope scope, CelExpression left, CelExpression right, bool decisive)
    {
        try
        {
            if (Bool(left(scope)) == decisive)
            {
                return decisive;
            }
        }
        catch (CelException)
        {
            if (Bool(right(scope)) == decisive)
            {
                return decisive;
            }
            throw;
        }
        return Bool(right(scope));
    }
}
