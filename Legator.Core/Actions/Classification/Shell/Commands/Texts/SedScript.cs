namespace Legator.Core.Actions.Classification.Shell.Commands.Texts;

/// <summary>Reads a sed script as far as it takes to know that it only prints.</summary>
internal sealed class SedScript(string text)
{
    private int _at;

    /// <summary>Files that the script writes.</summary>
    public List<string> Written { get; } = [];

    /// <summary>Files that the script reads.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Reads the whole script; false when it runs something or cannot be understood.</summary>
    public bool Read()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]) || text[_at] is ';' or '}')
            {
                _at++;
            }
            else if (!Address() || !Command())
            {
                return false;
            }
        }

        return true;
    }

    private bool Address()
    {
        while (_at < text.Length)
        {
            var sign = text[_at];
            if (char.IsAsciiDigit(sign) || sign is '$' or ',' or '~' or '+' or ' ' or '!' or '\t')
            {
                _at++;
            }
            else if (sign == '/' || (sign == '\\' && _at + 1 < text.Length))
            {
                _at += sign == '/' ? 1 : 2;
                if (!Skip(text[_at - 1], true))
                {
                    return false;
                }

                while (_at < text.Length && text[_at] is 'I' or 'M')
                {
                    _at++;
                }
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private bool Command()
    {
        var command = text[_at++];
        switch (command)
        {
            case '{' or '=' or 'd' or 'D' or 'g' or 'G' or 'h' or 'H' or 'n' or 'N' or 'p' or 'P' or 'x' or 'z' or 'F':
                return true;
            case ':' or 'b' or 't' or 'T':
                return Label();
            case '#':
                Rest();
                return true;
            case 'a' or 'i' or 'c':
                Text();
                return true;
            case 'l' or 'L' or 'q' or 'Q':
                SkipNumber();
                return true;
            case 's':
                return Substitute();
            case 'y':
                return _at < text.Length && Pair(text[_at++], false);
            case 'w' or 'W':
                Written.Add(Rest());
                return true;
            case 'r' or 'R':
                Files.Add(Rest());
                return true;
            default:
                return false;
        }
    }

    // A label ends at a blank or a semicolon. Some versions end it at a brace, too, and where that makes a difference nothing can be told.
    private bool Label()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t')
        {
            _at++;
        }

        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not (';' or '}'))
        {
            _at++;
        }

        return _at >= text.Length || text[_at] != '}' || _at + 1 == text.Length || char.IsWhiteSpace(text[_at + 1]) || text[_at + 1] is ';' or '}';
    }

    private void Text()
    {
        while (_at < text.Length && text[_at] != '\n')
        {
            _at += text[_at] == '\\' && _at + 1 < text.Length ? 2 : 1;
        }
    }

    private void SkipNumber()
    {
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == ' '))
        {
            _at++;
        }
    }

    private bool Substitute()
    {
        if (_at >= text.Length || text[_at] is '\n' or '\\')
        {
            return false;
        }

        return Pair(text[_at++], true) && Flags();
    }

    private bool Pair(char mark, bool classes) => Skip(mark, classes) && Skip(mark, false);

    private bool Flags()
    {
        while (_at < text.Length)
        {
            var flag = text[_at];
            if (flag is ';' or '\n' or '}' or ' ' or '\t' or '#')
            {
                return true;
            }

            _at++;
            if (flag == 'w')
            {
                Written.Add(Rest());
                return true;
            }

            if (flag is not ('g' or 'p' or 'i' or 'I' or 'm' or 'M') && !char.IsAsciiDigit(flag))
            {
                return false;
            }
        }

        return true;
    }

    private bool Skip(char mark, bool classes)
    {
        while (_at < text.Length)
        {
            var sign = text[_at++];
            if (sign == mark)
            {
                return true;
            }

            if (sign == '\\')
            {
                _at++;
            }
            else if (sign == '[' && classes && !Bracket())
            {
                return false;
            }
        }

        return false;
    }

    // The mark does not count between brackets, where a closing bracket in the first place does not close.
    private bool Bracket()
    {
        _at += _at < text.Length && text[_at] == '^' ? 1 : 0;
        _at += _at < text.Length && text[_at] == ']' ? 1 : 0;
        while (_at < text.Length && text[_at] != ']')
        {
            var named = text[_at] == '[' && _at + 1 < text.Length && (text[_at + 1] is ':' or '.' or '=');
            var end = named ? text.IndexOf($"{text[_at + 1]}]", _at + 2, StringComparison.Ordinal) : -1;
            _at = end < 0 ? _at + 1 : end + 2;
        }

        return _at++ < text.Length;
    }

    private string Rest()
    {
        var end = text.IndexOf('\n', _at);
        var rest = (end < 0 ? text[_at..] : text[_at..end]).Trim();
        _at = end < 0 ? text.Length : end;
        return rest;
    }
}
