using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Expansion;

/// <summary>What can be said of arithmetic without computing it.</summary>
internal static class Expressions
{
    /// <summary>True for text that would run a command if it were computed: a subscript is expanded like a word in double quotes.</summary>
    public static bool HoldsCode(string text)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            return false;
        }

        var rest = text.AsSpan(open);
        return rest.Contains('`') || rest.Contains("$(", StringComparison.Ordinal) || rest.Contains("${", StringComparison.Ordinal);
    }

    /// <summary>True when computing it may set a variable.</summary>
    public static bool MayAssign(ParsedWord expression) => MayAssign(expression.Source);

    /// <summary>True when computing it may set a variable.</summary>
    public static bool MayAssign(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && (i == 0 || text[i - 1] is not ('=' or '!' or '<' or '>') || (i > 1 && text[i - 1] == text[i - 2])) && (i + 1 == text.Length || text[i + 1] != '='))
            {
                return true;
            }
        }

        return text.Contains("++", StringComparison.Ordinal) || text.Contains("--", StringComparison.Ordinal);
    }

    /// <summary>The variables that it names.</summary>
    public static IEnumerable<string> Names(ParsedWord expression)
    {
        foreach (var piece in expression.Pieces)
        {
            if (piece is ParameterPiece parameter && Characters.IsName(parameter.Name))
            {
                yield return parameter.Name;
            }
            else if (piece is LiteralPiece literal)
            {
                foreach (var name in Names(literal.Text))
                {
                    yield return name;
                }
            }
        }
    }

    /// <summary>The words that a shell without expressions would take for commands: at the beginning, and after signs that join commands.</summary>
    public static IEnumerable<string> FirstWords(ParsedWord expression)
    {
        var text = string.Concat(expression.Pieces.Select(p => p is LiteralPiece literal ? literal.Text : "$"));
        var begins = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (begins && (Characters.IsNamePart(text[i]) || text[i] is '-' or '.' or '/'))
            {
                var start = i;
                while (i < text.Length && (Characters.IsNamePart(text[i]) || text[i] is '-' or '.' or '/' or ','))
                {
                    i++;
                }

                if (i == text.Length || char.IsWhiteSpace(text[i]) || text[i] is ')' or '&' or '|' or '>' or '<')
                {
                    yield return text[start..i];
                }
            }

            begins = i < text.Length && (text[i] is '&' or '|' or '(' or '\n' || (begins && char.IsWhiteSpace(text[i])));
        }
    }

    /// <summary>False for text that no shell computes, such as two words side by side. A shell that knows no expressions would take that for commands.</summary>
    public static bool IsPlausible(ParsedWord expression)
    {
        var afterOperand = false;
        foreach (var piece in expression.Pieces)
        {
            if (piece is not LiteralPiece literal)
            {
                afterOperand = true;
            }
            else if (!IsPlausible(literal.Text, ref afterOperand))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlausible(string text, ref bool afterOperand)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (Characters.IsNamePart(c))
            {
                if (afterOperand && i > 0 && char.IsWhiteSpace(text[i - 1]))
                {
                    return false;
                }

                afterOperand = true;
            }
            else if (!char.IsWhiteSpace(c))
            {
                if (!"+-*/%<>=!&|^~?:,()[]#@.;".Contains(c, StringComparison.Ordinal))
                {
                    return false;
                }

                if (c is '/' or '.' && !afterOperand)
                {
                    return false;
                }

                afterOperand = c is ')' or ']';
            }
        }

        return true;
    }

    /// <summary>The variables that it names.</summary>
    public static IEnumerable<string> Names(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Characters.IsNameStart(text[i]) || (i > 0 && Characters.IsNamePart(text[i - 1])))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && Characters.IsNamePart(text[i]))
            {
                i++;
            }

            yield return text[start..i];
        }
    }
}
