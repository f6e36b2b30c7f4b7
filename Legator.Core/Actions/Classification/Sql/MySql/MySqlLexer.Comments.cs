namespace Legator.Core.Actions.Classification.Sql.MySql;

internal ref partial struct MySqlLexer
{
    private void Dashes()
    {
        var following = at + 2 < text.Length ? text[at + 2] : ' ';
        if (following is <= ' ' or '\u007f')
        {
            SkipLine();
        }
        else if (following > '\u007f')
        {
            list.Problem = "Two dashes may or may not begin a comment.";
        }
        else
        {
            list.Add(new MySqlToken(MySqlTokenKind.Symbol, MySqlWordUse.Name, '-', at++, 1));
        }
    }

    // Only a line feed ends such a comment: a carriage return alone ends it for people's eyes only.
    private void SkipLine()
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

        at = Math.Min(end + 1, text.Length);
    }

    private void Comment()
    {
        var length = text[(at + 2)..].IndexOf("*/");
        if (length < 0 || conditionEnd >= 0)
        {
            list.Problem = length < 0 ? "A comment is not closed." : "A comment is inside of a conditional one.";
            return;
        }

        var body = text.Slice(at + 2, length);
        if (body.StartsWith("!") || body.StartsWith("M!"))
        {
            EnterCondition(body[0] == '!' ? 1 : 2, body);
            return;
        }

        if (body.StartsWith("+"))
        {
            list.AddHint(at + 3, length - 1);
        }

        at += length + 4;
    }

    private void EnterCondition(int sign, ReadOnlySpan<char> body)
    {
        var digits = body[sign..].IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? body.Length - sign : digits;
        var condition = mode.Condition(list.Conditions);
        list.AddCondition(digits > 5);
        if (body.Contains("/*", StringComparison.Ordinal))
        {
            list.Problem = "A comment is inside of a conditional one.";
            return;
        }

        var end = at + 2 + body.Length;
        var version = digits < 5 ? 0 : condition == MySqlCondition.LongVersion && digits > 5 ? 6 : 5;
        conditionEnd = end;
        at = condition == MySqlCondition.Comment ? end : at + 2 + sign + version;
    }

    private void LeaveCondition()
    {
        if (at > conditionEnd)
        {
            list.Problem = "A conditional comment ends inside of something else.";
            return;
        }

        at = conditionEnd + 2;
        conditionEnd = -1;
    }
}
