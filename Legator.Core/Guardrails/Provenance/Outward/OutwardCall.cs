using System.Text.Json;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance.Outward;

/// <summary>
/// What a call tells others that nobody wrote. Questions go out as much as answers do: the address of a request, a name that is looked up, the arguments of a server's tool, a filter in a cloud.
/// Of a run that has read text from outside they are made of what people wrote, whatever that text said.
/// </summary>
internal static class OutwardCall
{
    /// <summary>What of a reading call nobody wrote; null for nothing.</summary>
    public static string? FirstUnwritten(GuardrailInput input, JsonElement arguments, AuthoredText authored, OutsideReading reading)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var origin = CallOrigin.Of(input.Tool, arguments);
        var words = new OutwardWords(authored, reading, origin, input.Now);
        return input.Tool switch
        {
            "dns.query" => OfName(Text(arguments, "domain") is { Length: > 0 } domain ? domain : Text(arguments, "name"), arguments, words, authored, reading, input.Environment),
            "ssh.exec" => CallValues.Texts(arguments).Where(LineAddresses.TalksToOthers).Select(line => OfLine(line, words) ?? OfQuestion(line, authored, input.Environment)).FirstOrDefault(f => f is not null),
            "aws.cli" or "az.cli" => OutwardCloud.FirstUnwritten(Text(arguments, "args"), words, reading),
            _ when input.Tool.StartsWith("http.", StringComparison.Ordinal) => new OutwardAddress(words, authored, input.Environment).FirstUnwritten(Text(arguments, "url")) ?? OfMethod(Text(arguments, "method"), words) ?? OfHeaders(arguments, words, authored) ?? (Text(arguments, "body") is { Length: > 0 } body ? OfLine(body, words) : null),
            _ when input.Tool.StartsWith("mcp.", StringComparison.Ordinal) => OfServer(input.Tool, arguments, words, reading),
            _ => null,
        };
    }

    private static string? OfName(string name, JsonElement arguments, OutwardWords words, AuthoredText authored, OutsideReading reading, EnvironmentFacts environment) =>
        OutwardName.FirstUnwritten(name, words, authored, reading, environment) ?? OutwardName.OtherType(name, Text(arguments, "type") is { Length: > 0 } type ? type : "A", authored, environment);

    // What a program that talks to others is given, it may tell them.
    private static string? OfLine(string line, OutwardWords words) => !System.Text.Ascii.IsValid(line) ? line
        : OutwardWords.Terms(line).FirstOrDefault(t => !(words.IsWritten(t) || words.IsName(t) || OutwardWords.IsShortNumber(t) || t.Split('.').All(OutwardWords.IsShortNumber) || PlainWords.IsOfLine(t) || (t.Length == 1 && line.Contains($"-{t}", StringComparison.Ordinal))));

    // dig, host and nslookup ask as dns.query does.
    private static string? OfQuestion(string line, AuthoredText authored, EnvironmentFacts environment)
    {
        var terms = OutwardWords.Terms(line).ToList();
        return terms.Where(t => t.Contains('.', StringComparison.Ordinal)).SelectMany(name => terms.Where(WrittenNames.IsType).Select(type => OutwardName.OtherType(name, type, authored, environment))).FirstOrDefault(t => t is not null);
    }

    // In which of many ways a page is asked for could tell something, too.
    private static string? OfMethod(string method, OutwardWords words) => method.ToUpperInvariant() is "" or "GET" or "HEAD" or "POST" || words.IsWritten(method) ? null : method;

    private static string? OfHeaders(JsonElement arguments, OutwardWords words, AuthoredText authored)
    {
        if (!arguments.TryGetProperty("headers", out var headers) || headers.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var header in headers.EnumerateObject())
        {
            var value = header.Value.ValueKind == JsonValueKind.String ? header.Value.GetString()! : "";
            if (!PlainWords.IsHeader(header.Name) && !words.IsWritten(header.Name))
            {
                return header.Name;
            }

            if (!OutwardWords.IsOrdinary(value))
            {
                return value;
            }

            if (OutwardWords.Terms(value).FirstOrDefault(t => !PlainWords.IsInHeader(t)) is { } foreign && !authored.Intent.Gives(header.Name, value))
            {
                return foreign;
            }
        }

        return null;
    }

    private static string? OfServer(string tool, JsonElement arguments, OutwardWords words, OutsideReading reading)
    {
        foreach (var argument in arguments.EnumerateObject())
        {
            if (Told(argument.Value).SelectMany(OutwardWords.Terms).FirstOrDefault(t => words.IsKept(t) || words.IsOfOthers(t, tool, argument.Name)) is { } kept)
            {
                return kept;
            }

            if (!words.IsWritten(argument.Name) && !reading.IsOfTools(argument.Name))
            {
                return argument.Name;
            }

            if (OfValue(argument.Name, argument.Value, words) is { } foreign)
            {
                return foreign;
            }
        }

        return null;
    }

    private static IEnumerable<string> Told(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Told),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m => Told(m.Value)),
        _ => CallValues.Texts(value),
    };

    /// <summary>The first text that is put together of what people wrote in different places; null for none.</summary>
    public static string? FirstGlued(JsonElement value, AuthoredText authored) => CallValues.Texts(value).FirstOrDefault(text => !authored.HasPiece(text));

    private static string? OfValue(string name, JsonElement value, OutwardWords words) => value.ValueKind switch
    {
        JsonValueKind.String => OfText(name, value.GetString()!, words),
        JsonValueKind.Number => words.IsWritten(value.GetRawText()) || words.IsId(value.GetRawText()) && words.IsToldBack(value.GetRawText()) || (PlainWords.IsPaging(name) && OutwardWords.IsShortNumber(value.GetRawText())) ? null : value.GetRawText(),
        JsonValueKind.Array => value.EnumerateArray().Select(v => OfValue(name, v, words)).FirstOrDefault(f => f is not null),
        JsonValueKind.Object => value.EnumerateObject().Select(m => words.IsWritten(m.Name) || PlainWords.Tells(m.Name) ? OfValue(m.Name, m.Value, words) : m.Name).FirstOrDefault(f => f is not null),
        _ => null,
    };

    private static string? OfText(string name, string text, OutwardWords words)
    {
        if (words.IsName(text) || PlainWords.IsChoice(text) || (words.IsId(text) && words.IsToldBack(text)) || (PlainWords.IsTime(name) && words.IsTime(text)))
        {
            return null;
        }

        return !OutwardWords.IsOrdinary(text) ? text : OutwardWords.Terms(text).FirstOrDefault(t => !words.IsWritten(t)) ?? (words.IsPiece(text) ? null : text);
    }

    private static string Text(JsonElement arguments, string name) =>
        arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
