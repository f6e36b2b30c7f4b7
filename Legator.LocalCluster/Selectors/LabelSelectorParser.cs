using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Selectors;

/// <summary>Reads the text form of label selectors: <c>a=b,c!=d,e in (f,g),!h,i&gt;1</c>.</summary>
internal ref struct LabelSelectorParser(string text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public static LabelRequirement[] Parse(string text)
    {
        LabelSelectorParser parser = new(text);
        List<LabelRequirement> found = [];
        while (parser.Peek().Length > 0)
        {
            found.Add(parser.Requirement());
            string next = parser.Take();
            if (next.Length == 0)
            {
                break;
            }

            if (next != ",")
            {
                throw Bad($"found '{next}', expected: ',' or 'end of string'");
            }

            if (parser.Peek().Length == 0)
            {
                throw Bad("found '', expected: identifier after ','");
            }
        }

        return [.. found];
    }

    private LabelRequirement Requirement()
    {
        string first = Take();
        if (first == "!")
        {
            return new LabelRequirement(Key(Take()), LabelOperator.Absent, []);
        }

        string key = Key(first);
        switch (Peek())
        {
            case "" or ",":
                return new LabelRequirement(key, LabelOperator.Exists, []);
            case "=" or "==":
                Take();
                return new LabelRequirement(key, LabelOperator.In, [Value()]);
            case "!=":
                Take();
                return new LabelRequirement(key, LabelOperator.NotIn, [Value()]);
            case ">":
                Take();
                return new LabelRequirement(key, LabelOperator.Greater, [Number(Value())]);
            case "<":
                Take();
                return new LabelRequirement(key, LabelOperator.Less, [Number(Value())]);
            case "in":
                Take();
                return new LabelRequirement(key, LabelOperator.In, Values());
            case "notin":
                Take();
                return new LabelRequirement(key, LabelOperator.NotIn, Values());
            case var other when other is "!" or "(" or ")":
                throw BadRequirement($"found '{other}', expected: ',' or 'end of string'");
            case var other:
                throw BadRequirement($"found '{other}', expected: in, notin, =, ==, !=, gt, lt");
        }
    }

    private string[] Values()
    {
        string open = Take();
        if (open != "(")
        {
            throw BadRequirement($"found '{open}', expected: '('");
        }

        List<string> values = [];
        while (true)
        {
            values.Add(Value());
            string next = Take();
            if (next == ")")
            {
                return [.. values.Order(StringComparer.Ordinal)];
            }

            if (next != ",")
            {
                throw BadRequirement($"found '{next}', expected: ',' or ')'");
            }
        }
    }

    // An empty value is legal: "a=" selects the empty label.
    private string Value()
    {
        string next = Peek();
        if (next is "" or "," or ")")
        {
            return "";
        }

        string value = Take();
        return LabelSyntax.ValueProblem(value) is { } problem
            ? throw BadRequirement($"values[0][{value}]: Invalid value: \"{value}\": {problem}")
            : value;
    }

    private static string Key(string key) =>
        key is "" or "=" or "==" or "!=" or "," or "(" or ")"
            ? throw BadRequirement($"found '{key}', expected: !, identifier, or 'end of string'")
            : LabelSyntax.KeyProblem(key) is { } problem
                ? throw BadRequirement($"<nil>: Invalid value: \"{key}\": {problem}")
                : key;

    private static string Number(string value) =>
        long.TryParse(value, out _) ? value : throw BadRequirement($"values[0]: Invalid value: \"{value}\": for 'Gt', 'Lt' operators, the value must be an integer");

    private string Peek()
    {
        int at = _at;
        string token = Take();
        _at = at;
        return token;
    }

    private string Take()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        if (_at == _text.Length)
        {
            return "";
        }

        int start = _at;
        if (Symbol(_text[_at]))
        {
            _at++;
            bool pair = _at < _text.Length && _text[_at] == '=' && (_text[start] is '=' or '!');
            _at += pair ? 1 : 0;
            return _text[start.._at].ToString();
        }

        while (_at < _text.Length && !Symbol(_text[_at]) && !char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at].ToString();
    }

    private static bool Symbol(char c) => c is '=' or '!' or '(' or ')' or '>' or '<' or ',';

    private static ApiException BadRequirement(string why) => Bad($"unable to parse requirement: {why}");

    private static ApiException Bad(string why) => ApiErrors.BadRequest(why);
}
