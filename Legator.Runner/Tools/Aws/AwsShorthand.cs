using System.Text;
using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Aws;

/// <summary>Reads the short form of structures: <c>Name=tag:env,Values=prod,test</c>, with <c>[…]</c> and <c>{…}</c> where something nests.</summary>
internal static class AwsShorthand
{
    private const int MaxDepth = 8;

    /// <exception cref="ToolInputException">The text is no such form, or names what there is not.</exception>
    public static JsonNode Read(string option, AwsShape shape, string text)
    {
        var at = 0;
        var read = Structure(option, shape, text, ref at, 0);
        return at == text.Length ? read : throw AwsValues.Unfit(option, "Name=value,Name=value, or JSON");
    }

    /// <summary>The member of that name.</summary>
    /// <exception cref="ToolInputException">There is none.</exception>
    public static AwsMember Member(string option, AwsShape shape, string name) =>
        shape.Members.FirstOrDefault(m => m.Name == name) ?? throw AwsLine.Invalid($"The option --{option} has no member '{name}'.", $"It has {string.Join(", ", shape.Members.Select(m => m.Name))}.");

    private static JsonObject Structure(string option, AwsShape shape, string text, ref int at, int depth)
    {
        var read = new JsonObject();
        while (at < text.Length && text[at] != '}' && depth < MaxDepth)
        {
            var equals = text.IndexOf('=', at);
            var member = Member(option, shape, equals < 0 ? text[at..] : text[at..equals].Trim());
            at = equals + 1;
            if (equals < 0 || !read.TryAdd(member.Wire, Value(option, shape, member.Shape, text, ref at, depth + 1)))
            {
                throw AwsValues.Unfit(option, "each member once, as Name=value");
            }

            at += at < text.Length && text[at] == ',' ? 1 : 0;
        }

        return read;
    }

    private static JsonNode Value(string option, AwsShape around, AwsShape shape, string text, ref int at, int depth)
    {
        if (shape.Kind == AwsKind.List)
        {
            return List(option, around, shape.Item!, text, ref at, depth);
        }

        if (shape.Kind == AwsKind.Structure)
        {
            Take('{', option, text, ref at);
            var read = Structure(option, shape, text, ref at, depth);
            Take('}', option, text, ref at);
            return read;
        }

        return AwsValues.Word(option, shape, Literal(text, ref at));
    }

    // Without brackets a list goes on until the next member begins.
    private static JsonArray List(string option, AwsShape around, AwsShape item, string text, ref int at, int depth)
    {
        var read = new JsonArray();
        var bracketed = at < text.Length && text[at] == '[';
        at += bracketed ? 1 : 0;
        while (at < text.Length && text[at] is not (']' or '}'))
        {
            read.Add(Value(option, around, item, text, ref at, depth));
            if (at < text.Length && text[at] == ',' && (bracketed || !Begins(around, text, at + 1)))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        if (bracketed)
        {
            Take(']', option, text, ref at);
        }

        return read;
    }

    private static bool Begins(AwsShape shape, string text, int at)
    {
        var equals = text.IndexOf('=', at);
        var comma = text.IndexOf(',', at);
        return equals > 0 && (comma < 0 || equals < comma) && shape.Members.Any(m => text.AsSpan(at, equals - at).Trim().SequenceEqual(m.Name));
    }

    private static string Literal(string text, ref int at)
    {
        var value = new StringBuilder();
        var quote = '\0';
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0' ? c == quote : value.Length == 0 && c is '"' or '\'')
            {
                quote = quote == '\0' ? c : '\0';
            }
            else if (quote == '\0' && c is ',' or ']' or '}')
            {
                break;
            }
            else
            {
                value.Append(c);
            }
        }

        return value.ToString();
    }

    private static void Take(char wanted, string option, string text, ref int at)
    {
        if (at >= text.Length || text[at] != wanted)
        {
            throw AwsValues.Unfit(option, $"Name=value,Name=value with a '{wanted}' here, or JSON");
        }

        at++;
    }
}
