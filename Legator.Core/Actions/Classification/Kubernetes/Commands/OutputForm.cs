using System.Text.RegularExpressions;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Reads <c>-o</c> as kubectl does, as far as to tell which forms leave out what an object holds: tables, names, and templates that name nothing but what every object says of itself.</summary>
internal static partial class OutputForm
{
    // Labels are marks; annotations may hold the whole object as it was last applied.
    private const string Field =
        @"\.?(?:metadata\.(?:name|namespace|uid|creationTimestamp|deletionTimestamp|resourceVersion|generation|labels(?:\.[\w\\./\-]+)?|ownerReferences\[(?:\*|[0-9]+)\]\.(?:name|kind))|type|kind|apiVersion|immutable)";

    private const string Literal = @"(?:""[^""{}]*""|'[^'{}]*')";
    private const string Filter = @"\?\(@" + Field + @"[ ]*(?:==|!=)[ ]*" + Literal + @"\)";
    private const string Items = @"\$?\.?items\[(?:\*|-?[0-9]+|[0-9]*:[0-9]*|" + Filter + @")\]";

    /// <summary>True when the form shows nothing of what a Secret holds.</summary>
    /// <param name="output">The value of <c>-o</c>; null for one that is not known.</param>
    /// <param name="template">The value of <c>--template</c>; null without one.</param>
    public static bool IsHarmless(string? output, string? template)
    {
        if (output is null)
        {
            return false;
        }

        var equals = output.IndexOf('=', StringComparison.Ordinal);
        var form = equals < 0 ? output : output[..equals];
        var text = equals < 0 ? template ?? "" : output[(equals + 1)..];
        return form switch
        {
            "" or "wide" or "name" => equals < 0,
            "custom-columns" => text.Split(',').All(column => Column().IsMatch(column)),
            "jsonpath" => text.Contains('{', StringComparison.Ordinal) && Expressions(text, 1, Path()),
            "go-template" or "template" => text.Contains("{{", StringComparison.Ordinal) && Expressions(text, 2, Action()),
            _ => false,
        };
    }

    // Every expression between braces is one of these; what stands outside is only text.
    private static bool Expressions(string text, int braces, Regex allowed)
    {
        var (opening, closing) = (new string('{', braces), new string('}', braces));
        for (var at = text.IndexOf(opening, StringComparison.Ordinal); at >= 0; at = text.IndexOf(opening, at, StringComparison.Ordinal))
        {
            var end = text.IndexOf(closing, at, StringComparison.Ordinal);
            if (end < 0 || !allowed.IsMatch(text[(at + braces)..end]))
            {
                return false;
            }

            at = end + braces;
        }

        return true;
    }

    [GeneratedRegex(@"^[^:]*:\{?" + Field + @"\}?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Column();

    [GeneratedRegex("^[ ]*(?:range " + Items + "|end|" + Literal + @"|[@$]?(?:" + Items + ")?" + Field + ")[ ]*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"^-?[ ]*(?:range \.items|end|" + Literal + @"|len \.items|" + Field + ")[ ]*-?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Action();
}
