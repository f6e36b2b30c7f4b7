using System.Globalization;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>The functions that rules may call. Anything else is refused when the rule is declared.</summary>
internal static class CelFunctions
{
    private static readonly Dictionary<(string Name, int Arguments), Func<object?[], object?>> Methods = new()
    {
        [("size", 0)] = a => Size(a[0]),
        [("startsWith", 1)] = a => Text(a[0]).StartsWith(Text(a[1]), StringComparison.Ordinal),
        [("endsWith", 1)] = a => Text(a[0]).EndsWith(Text(a[1]), StringComparison.Ordinal),
        [("contains", 1)] = a => Text(a[0]).Contains(Text(a[1]), StringComparison.Ordinal),
        [("matches", 1)] = a => CelPatterns.IsMatch(Text(a[0]), Text(a[1])),
        [("lowerAscii", 0)] = a => Text(a[0]).ToLowerInvariant(),
        [("upperAscii", 0)] = a => Text(a[0]).ToUpperInvariant(),
        [("trim", 0)] = a => Text(a[0]).Trim(),
        [("split", 1)] = a => Text(a[0]).Split(Text(a[1])).ToList<object?>(),
        [("join", 0)] = a => string.Concat(CelValues.Items(a[0]).Select(Text)),
        [("join", 1)] = a => string.Join(Text(a[1]), CelValues.Items(a[0]).Select(Text)),
        [("replace", 2)] = a => Text(a[0]).Replace(Text(a[1]), Text(a[2]), StringComparison.Ordinal),
        [("indexOf", 1)] = a => (long)Text(a[0]).IndexOf(Text(a[1]), StringComparison.Ordinal),
        [("lastIndexOf", 1)] = a => (long)Text(a[0]).LastIndexOf(Text(a[1]), StringComparison.Ordinal),
        [("substring", 1)] = a => Slice(Text(a[0]), Whole(a[1]), long.MaxValue),
        [("substring", 2)] = a => Slice(Text(a[0]), Whole(a[1]), Whole(a[2])),
        [("isSorted", 0)] = a => IsSorted([.. CelValues.Items(a[0])]),
        [("sum", 0)] = a => CelValues.Items(a[0]).Sum(Whole),
        [("min", 0)] = a => Extreme(a[0], -1),
        [("max", 0)] = a => Extreme(a[0], 1),
        [("getSeconds", 0)] = a => a[0] is TimeSpan time ? (long)time.TotalSeconds : throw new CelException("getSeconds() wants a duration"),
    };

    private static readonly Dictionary<(string Name, int Arguments), Func<object?[], object?>> Globals = new()
    {
        [("size", 1)] = a => Size(a[0]),
        [("matches", 2)] = a => CelPatterns.IsMatch(Text(a[0]), Text(a[1])),
        [("dyn", 1)] = a => a[0],
        [("string", 1)] = a => ToText(a[0]),
        [("int", 1)] = a => ToWhole(a[0]),
        [("double", 1)] = a => ToReal(a[0]),
        [("bool", 1)] = a => a[0] is bool ? a[0] : bool.Parse(Text(a[0])),
        [("duration", 1)] = a => a[0] is TimeSpan ? a[0] : CelTimes.Duration(Text(a[0])),
        [("timestamp", 1)] = a => a[0] is DateTimeOffset ? a[0] : CelTimes.Timestamp(Text(a[0])),
        [("type", 1)] = a => CelValues.TypeName(a[0]),
    };

    public static CelExpression Method(string name, CelExpression target, CelExpression[] arguments) =>
        Methods.TryGetValue((name, arguments.Length), out var function) ? Call(function, [target, .. arguments]) : throw Undeclared(name);

    public static CelExpression Global(string name, CelExpression[] arguments) =>
        Globals.TryGetValue((name, arguments.Length), out var function) ? Call(function, arguments) : throw Undeclared(name);

    private static CelException Undeclared(string name) => new($"undeclared reference to '{name}' (this server evaluates a subset of the expression language)");

    private static CelExpression Call(Func<object?[], object?> function, CelExpression[] arguments) =>
        scope => function(Array.ConvertAll(arguments, a => a(scope)));

    private static string Text(object? value) => value as string ?? throw new CelException($"wanted a string, not {CelValues.TypeName(value)}");

    private static long Whole(object? value) => value is long number ? number : throw new CelException($"wanted an int, not {CelValues.TypeName(value)}");

    private static long Size(object? value) => value switch
    {
        string text => text.EnumerateRunes().Count(),
        JsonObject map => map.Count,
        JsonArray list => list.Count,
        _ => CelValues.Items(value).LongCount(),
    };

    private static string Slice(string text, long start, long end)
    {
        end = Math.Min(end, end == long.MaxValue ? text.Length : end);
        return start >= 0 && start <= end && end <= text.Length ? text[(int)start..(int)end] : throw new CelException($"index out of range: {start}");
    }

    private static bool IsSorted(object?[] items) => items.Zip(items.Skip(1)).All(p => CelOperators.Compare("isSorted", p.First, p.Second) <= 0);

    private static object? Extreme(object? list, int sign) =>
        CelValues.Items(list).Aggregate((best, item) => CelOperators.Compare("min", item, best) * sign > 0 ? item : best);

    private static string ToText(object? value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double real => GoFormat.Number(real),
        TimeSpan time => time.TotalSeconds.ToString(CultureInfo.InvariantCulture) + "s",
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        _ => throw new CelException($"cannot make a string of {CelValues.TypeName(value)}"),
    };

    private static long ToWhole(object? value) => value switch
    {
        long whole => whole,
        double real => (long)real,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) => parsed,
        DateTimeOffset moment => moment.ToUnixTimeSeconds(),
        _ => throw new CelException($"cannot make an int of {CelValues.TypeName(value)}"),
    };

    private static double ToReal(object? value) => value switch
    {
        double real => real,
        long whole => whole,
        string text when double.TryParse(text, CultureInfo.InvariantCulture, out var parsed) => parsed,
        _ => throw new CelException($"cannot make a double of {CelValues.TypeName(value)}"),
    };
}
