namespace Legator.Core.Actions.Classification.Shell.Commands.Texts;

/// <summary>Reads an awk program as far as it takes to know what it runs, reads and writes.</summary>
internal sealed class AwkProgram(string text)
{
    private List<AwkToken> _tokens = [];

    /// <summary>Commands that the program runs.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Files that it writes.</summary>
    public List<string> Written { get; } = [];

    /// <summary>Files that it reads by name.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Reads the program; says what cannot be told of it, or null.</summary>
    public string? Read()
    {
        if (AwkTokens.Cut(text) is not { } tokens)
        {
            return "the program that awk gets cannot be read";
        }

        _tokens = tokens;
        var printing = false;
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            (printing, depth) = Place(token, printing, depth);
            var trouble = token.Kind == 'w' ? Word(i) : token.Kind == 'o' ? Sign(i, printing && depth == 0) : null;
            if (trouble is not null)
            {
                return trouble;
            }
        }

        return null;
    }

    private static (bool Printing, int Depth) Place(AwkToken token, bool printing, int depth) => (token.Kind, token.Text) switch
    {
        ('w', "print" or "printf") => (true, 0),
        ('l', _) or ('o', "}") => (false, 0),
        ('o', "(" or "[") => (printing, depth + 1),
        ('o', ")" or "]") => (printing && depth > 0, Math.Max(0, depth - 1)),
        _ => (printing, depth),
    };

    private string? Word(int at) => _tokens[at].Text switch
    {
        "system" => System(at),
        "getline" => Getline(at),
        "ARGV" or "ARGC" or "SYMTAB" or "FUNCTAB" or "BINMODE" => "the program that awk gets changes what awk reads",
        _ => null,
    };

    private string? System(int at)
    {
        if (Text(at + 1) == "(" && Kind(at + 2) == 's' && Text(at + 3) == ")")
        {
            return Note(Commands, at + 2);
        }

        return Text(at + 1) == "(" && Text(at + 2) == ")" ? null : "the program that awk gets runs commands";
    }

    private string? Getline(int at)
    {
        var depth = 0;
        for (var i = at + 1; i < _tokens.Count && _tokens[i].Kind != 'l' && Text(i) is not ("{" or "}") && depth >= 0; i++)
        {
            depth += Text(i) is "(" or "[" ? 1 : Text(i) is ")" or "]" ? -1 : 0;
            if (Text(i) == "<" && depth == 0)
            {
                return Kind(i + 1) == 's' && Ends(i + 2) ? Note(Files, i + 1) : "the program that awk gets reads files that nobody knows";
            }
        }

        return null;
    }

    private string? Sign(int at, bool printing)
    {
        var sign = _tokens[at].Text;
        return sign is "@" or "`" ? "the program that awk gets calls what nobody knows"
            : sign is "|" or "|&" ? Pipe(at)
            : printing && sign is ">" or ">>" ? Redirect(at)
            : null;
    }

    private string? Pipe(int at)
    {
        var reads = Text(at + 1) == "getline";
        var command = reads ? at - 1 : at + 1;
        var alone = reads ? Begins(at - 2) : Ends(at + 2);
        if (_tokens[at].Text != "|" || Kind(command) != 's' || !alone)
        {
            return "the program that awk gets runs commands";
        }

        return Note(Commands, command);
    }

    private string? Redirect(int at)
    {
        if (Kind(at + 1) != 's' || !Ends(at + 2))
        {
            return "the program that awk gets writes files";
        }

        return Note(Written, at + 1);
    }

    private bool Ends(int at) => at >= _tokens.Count || _tokens[at].Kind == 'l' || Text(at) is "}" or ")" or "&&" or "||";

    private bool Begins(int at) => at < 0 || _tokens[at].Kind == 'l' || Text(at) is "{" or "(" or "&&" or "||";

    private char Kind(int at) => at >= 0 && at < _tokens.Count ? _tokens[at].Kind : ' ';

    private string? Text(int at) => at >= 0 && at < _tokens.Count && _tokens[at].Kind != 's' ? _tokens[at].Text : null;

    // A string with escapes may spell anything.
    private string? Note(List<string> list, int at)
    {
        list.Add(_tokens[at].Text);
        return list[^1].Contains('\\', StringComparison.Ordinal) ? "the program that awk gets hides what it does" : null;
    }
}
