using System.Globalization;

namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>Parses an expression into something that can be run. Names and functions are checked here, so that a rule that cannot work is refused when it is declared.</summary>
internal sealed class CelParser
{
    private static readonly string[][] BinaryLevels = [["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">=", "in"], ["+", "-"], ["*", "/", "%"]];
    private const int MaxDepth = 200;

    private readonly List<CelToken> tokens;
    private readonly List<string> names;
    private int position;
    private int depth;

    private CelParser(string source, IEnumerable<string> variables)
    {
        tokens = new CelLexer(source).Run();
        names = [.. variables];
    }

    /// <summary>Parses; throws <see cref="CelException"/> with the place and the reason.</summary>
    public static CelExpression Parse(string source, params string[] variables)
    {
        var parser = new CelParser(source, variables);
        var expression = parser.Conditional();
        if (parser.Current.Kind != CelTokenKind.End)
        {
            throw parser.Unexpected();
        }
        return expression;
    }

    private CelToken Current => tokens[position];

    private CelExpression Conditional()
    {
        if (++depth > MaxDepth)
        {
            throw new CelException("expression is nested too deeply");
        }
        var condition = Binary(0);
        if (Accept("?"))
        {
            var yes = Conditional();
            Expect(":");
            var no = Conditional();
            var test = condition;
            condition = scope => CelOperators.Bool(test(scope)) ? yes(scope) : no(scope);
        }
        depth--;
        return condition;
    }

    private CelExpression Binary(int level)
    {
        if (level == BinaryLevels.Length)
        {
            return Unary();
        }
        var left = Binary(level + 1);
        while (Current.Kind is CelTokenKind.Symbol or CelTokenKind.Identifier && BinaryLevels[level].Contains(Current.Text))
        {
            var symbol = tokens[position++].Text;
            left = CelOperators.Binary(symbol, left, Binary(level + 1));
        }
        return left;
    }

    private CelExpression Unary()
    {
        if (Accept("!"))
        {
            var operand = Unary();
            return scope => !CelOperators.Bool(operand(scope));
        }
        if (Accept("-"))
        {
            var operand = Unary();
            return scope => CelOperators.Negate(operand(scope));
        }
        return Member();
    }

    private CelExpression Member()
    {
        var value = Primary();
        while (true)
        {
            if (Accept("."))
            {
                value = Selection(value, Identifier());
            }
            else if (Accept("["))
            {
                var (target, index) = (value, Conditional());
                Expect("]");
                value = scope => CelValues.Index(target(scope), index(scope));
            }
            else
            {
                return value;
            }
        }
    }

    private CelExpression Selection(CelExpression target, string name)
    {
        if (!Accept("("))
        {
            var field = CelValues.FieldName(name);
            return scope => CelValues.Field(target(scope), field);
        }
        if (CelMacros.IsMacro(name))
        {
            return Macro(target, name);
        }
        return CelFunctions.Method(name, target, Arguments());
    }

    private CelExpression Macro(CelExpression target, string name)
    {
        var variable = Identifier();
        Expect(",");
        names.Add(variable);
        var body = Conditional();
        var second = Accept(",") ? Conditional() : null;
        names.RemoveAt(names.Count - 1);
        Expect(")");
        return CelMacros.Build(name, target, variable, body, second);
    }

    private CelExpression Primary()
    {
        var token = tokens[position++];
        switch (token.Kind)
        {
            case CelTokenKind.Text:
                return _ => token.Text;
            case CelTokenKind.Whole:
                object whole = ParseWhole(token.Text);
                return _ => whole;
            case CelTokenKind.Real:
                object real = double.Parse(token.Text, CultureInfo.InvariantCulture);
                return _ => real;
            case CelTokenKind.Identifier:
                return Named(token.Text);
            case CelTokenKind.Symbol when token.Text == "(":
                var inner = Conditional();
                Expect(")");
                return inner;
            case CelTokenKind.Symbol when token.Text == "[":
                var items = List("]");
                return scope => items.Select(i => i(scope)).ToList();
            default:
                position--;
                throw Unexpected();
        }
    }

    private CelExpression Named(string name)
    {
        switch (name)
        {
            case "true": return _ => true;
            case "false": return _ => false;
            case "null": return _ => null;
        }
        if (Accept("("))
        {
            return name == "has" ? Has() : CelFunctions.Global(name, Arguments());
        }
        return names.Contains(name) ? scope => scope[name] : throw new CelException($"undeclared reference to '{name}'");
    }

    // has() wants a field selection and must not fail where the field is absent.
    private CelExpression Has()
    {
        var target = Primary();
        string? field = null;
        while (Accept("."))
        {
            if (field is not null)
            {
                var (outer, name) = (target, CelValues.FieldName(field));
                target = scope => CelValues.Field(outer(scope), name);
            }
            field = Identifier();
        }
        if (field is null || !Accept(")"))
        {
            throw new CelException("invalid argument to has() macro");
        }
        var (owner, wanted) = (target, CelValues.FieldName(field));
        return scope => CelValues.Has(owner(scope), wanted);
    }

    private CelExpression[] Arguments() => List(")");

    private CelExpression[] List(string close)
    {
        var items = new List<CelExpression>();
        while (!Accept(close))
        {
            if (items.Count > 0)
            {
                Expect(",");
            }
            items.Add(Conditional());
        }
        return [.. items];
    }

    private string Identifier() => Current.Kind == CelTokenKind.Identifier ? tokens[position++].Text : throw Unexpected();

    private bool Accept(string symbol)
    {
        var found = Current.Kind == CelTokenKind.Symbol && Current.Text == symbol;
        position += found ? 1 : 0;
        return found;
    }

    private void Expect(string symbol)
    {
        if (!Accept(symbol))
        {
            throw Unexpected();
        }
    }

    private CelException Unexpected() => new($"Syntax error: mismatched input '{Current.Text}' (position {Current.Position})");

    private static long ParseWhole(string text)
    {
        var parsed = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? long.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return parsed ? number : throw new CelException($"Syntax error: '{text}' is not a 64-bit integer");
    }
}
