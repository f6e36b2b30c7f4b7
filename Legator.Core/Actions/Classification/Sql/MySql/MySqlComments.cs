namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Skips comments, and knows the conditional one that the text is in: <c>/*!50000 … */</c>, whose contents some servers run.</summary>
internal ref struct MySqlComments(ReadOnlySpan<char> text, MySqlMode mode, MySqlTokenList list)
{
    private readonly ReadOnlySpan<char> text = text;
    private int conditionEnd = -1;

    /// <summary>True where the conditional comment that the text is in has ended.</summary>
    public readonly bool Ends(int at) => conditionEnd >= 0 && at >= conditionEnd;

    /// <summary>Behind the conditional comment.</summary>
    public int LeaveCondition(int at)
    {
        if (at > conditionEnd)
        {
            list.Problem = "A conditional comment ends inside of something else.";
            return at;
        }

        at = conditionEnd + 2;
        conditionEnd = -1;
        return at;
    }

    /// <summary>The text has ended: a conditional comment must have, too.</summary>
    public readonly void End()
    {
        if (list.Problem is null && conditionEnd >= 0)
        {
            list.Problem = "A conditional comment ends inside of something else.";
        }
    }

    /// <summary>Behind a comment that goes on to the end of the line. Only a line feed ends it: a carriage return alone ends it for people's eyes only.</summary>
    public readonly int SkipLine(int at)
    {
        var length = text[at..].IndexOf('\n');
        var line = length < 0 ? text[at..] : text.Slice(at, length);
        var end = at + line.Length;
        var carriage = line.IndexOf('\r');
        if ((carriage >= 0 && (carriage < line.Length - 1 || length < 0)) || line.Contains('\0'))
        {
            list.Problem = "A comment holds the end of a line that does not end it.";
        }
        else if (conditionEnd >= 0 && end > conditionEnd)
        {
            list.Problem = "A comment runs over the end of a conditional one.";
        }

        return Math.Min(end + 1, text.Length);
    }

    /// <summary>Behind a comment in <c>/* */</c>; inside of it, when it is a conditional one.</summary>
    public int Skip(int at)
    {
        var length = text[(at + 2)..].IndexOf("*/");
        if (length < 0 || conditionEnd >= 0)
        {
            list.Problem = length < 0 ? "A comment is not closed." : "A comment is inside of a conditional one.";
            return at;
        }

        var body = text.Slice(at + 2, length);
        if (body.StartsWith("!") || body.StartsWith("M!"))
        {
            return EnterCondition(at + 2, body[0] == '!' ? 1 : 2, body);
        }

        if (body.StartsWith("+"))
        {
            list.AddHint(at + 3, length - 1);
        }

        return at + length + 4;
    }

    private int EnterCondition(int start, int sign, ReadOnlySpan<char> body)
    {
        var digits = body[sign..].IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? body.Length - sign : digits;
        var condition = mode.Condition(list.Conditions);
        list.AddCondition(digits > 5);
        if (body.Contains("/*", StringComparison.Ordinal))
        {
            list.Problem = "A comment is inside of a conditional one.";
            return start;
        }

        var version = digits < 5 ? 0 : condition == MySqlCondition.LongVersion && digits > 5 ? 6 : 5;
        conditionEnd = start + body.Length;
        return condition == MySqlCondition.Comment ? conditionEnd : start + sign + version;
    }
}
