using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

internal sealed partial class ShellParser
{
    private ShellNode ReadCommand()
    {
        SkipBlanks();
        var compound = ReadCompound();
        if (compound is not null)
        {
            compound.Redirections = ReadRedirections();
            return compound;
        }

        var word = PeekBare();
        if (word is "function")
        {
            return ReadNamedFunction();
        }

        if (word is "coproc")
        {
            return ReadCoprocess();
        }

        return word is "then" or "else" or "elif" or "fi" or "do" or "done" or "esac" or "}"
            ? throw Problem($"'{word}' has no beginning.")
            : ReadSimple();
    }

    // A command with a keyword or parentheses of its own; null where there is none.
    private ShellNode? ReadCompound()
    {
        if (Current == '(')
        {
            return Peek(1) == '(' && ClosesAsArithmetic(_at + 2) ? ReadArithmeticCommand() : ReadSubshell();
        }

        switch (PeekBare())
        {
            case "{":
                _at++;
                return ReadGroup();
            case "if":
                _at += 2;
                return ReadBranch();
            case "while" or "until":
                _at += 5;
                var condition = ReadBody();
                Expect("do");
                return new LoopCommand(condition, ReadLoopBody());
            case "for":
                _at += 3;
                return ReadFor(choice: false);
            case "select":
                _at += 6;
                return ReadFor(choice: true);
            case "case":
                _at += 4;
                return ReadCase();
            case "[[":
                _at += 2;
                return ReadTest();
            default:
                return null;
        }
    }

    private BlockCommand ReadSubshell()
    {
        _at++;
        var body = ReadBody();
        Expect(')');
        return new BlockCommand(body, subshell: true);
    }

    private BlockCommand ReadGroup()
    {
        var body = ReadBody();
        Expect("}");
        return new BlockCommand(body, subshell: false);
    }

    private BranchCommand ReadBranch()
    {
        List<Branch> branches = [];
        CommandList? otherwise = null;
        while (true)
        {
            var condition = ReadBody();
            Expect("then");
            branches.Add(new Branch(condition, ReadBody()));
            SkipBlanks();
            if (PeekBare() is "elif")
            {
                _at += 4;
                continue;
            }

            if (PeekBare() is "else")
            {
                _at += 4;
                otherwise = ReadBody();
            }

            Expect("fi");
            return new BranchCommand(branches, otherwise);
        }
    }

    private CommandList ReadLoopBody()
    {
        var body = ReadBody();
        Expect("done");
        return body;
    }

    private ShellNode ReadFor(bool choice)
    {
        SkipBlanks();
        if (!choice && Current == '(' && Peek(1) == '(')
        {
            _at += 2;
            var expression = ReadArithmetic("))", counting: true);
            return new CountingCommand(expression, ReadForBody());
        }

        var name = PeekBare();
        if (!Characters.IsName(name))
        {
            throw Problem("'for' names no variable.");
        }

        var variable = name.ToString();
        _at += variable.Length;
        SkipNewlines();
        return new ForCommand(variable, ReadForWords(), ReadForBody(), choice);
    }

    private List<ParsedWord>? ReadForWords()
    {
        if (PeekBare() is not "in")
        {
            return null;
        }

        _at += 2;
        List<ParsedWord> words = [];
        SkipBlanks();
        while (!AtEnd && (!Characters.IsMeta(Current) || (Current is '<' or '>' && Peek(1) == '(')))
        {
            words.Add(ReadWord());
            SkipBlanks();
        }

        return Current is ';' or '\n' ? words : throw Problem("The words of 'for' end with ';' or a new line.");
    }

    private CommandList ReadForBody()
    {
        SkipBlanks();
        if (Current == ';' && Peek(1) != ';')
        {
            _at++;
        }

        SkipNewlines();
        if (PeekBare() is "{")
        {
            _at++;
            return ReadGroup().Body;
        }

        Expect("do");
        return ReadLoopBody();
    }

    private CaseCommand ReadCase()
    {
        SkipBlanks();
        var subject = ReadWord();
        SkipNewlines();
        Expect("in");
        List<CaseItem> items = [];
        while (true)
        {
            SkipNewlines();
            if (PeekBare() is "esac")
            {
                _at += 4;
                return new CaseCommand(subject, items);
            }

            items.Add(ReadCaseItem(out var last));
            if (last)
            {
                SkipNewlines();
                Expect("esac");
                return new CaseCommand(subject, items);
            }
        }
    }

    private CaseItem ReadCaseItem(out bool last)
    {
        if (Current == '(')
        {
            _at++;
        }

        List<ParsedWord> patterns = [];
        do
        {
            SkipBlanks();
            patterns.Add(ReadWord());
            SkipBlanks();
        }
        while (Current == '|' && _at++ >= 0);

        Expect(')');
        var body = ReadList();
        SkipBlanks();
        last = Current != ';';
        if (!last)
        {
            // ";;", ";&" and ";;&"; ReadList stops at no other.
            _at += 2;
            if (_text[_at - 1] == ';' && Current == '&')
            {
                _at++;
            }
        }

        return new CaseItem(patterns, body);
    }

    private FunctionCommand ReadNamedFunction()
    {
        _at += "function".Length;
        SkipBlanks();
        var name = ReadWord().Literal ?? throw Problem("A function's name is not known.");
        SkipBlanks();
        if (Current == '(' && IsEmptyParentheses())
        {
            _at = _text.IndexOf(')', _at) + 1;
        }

        return ReadFunctionBody(name);
    }

    private FunctionCommand ReadFunctionBody(string name)
    {
        SkipNewlines();
        Enter();
        var body = ReadCompound() ?? throw Problem($"The function '{name}' has no body.");
        body.Redirections = ReadRedirections();
        Leave();
        return new FunctionCommand(name, body);
    }

    private bool IsEmptyParentheses()
    {
        var offset = 1;
        while (Characters.IsBlank(Peek(offset)))
        {
            offset++;
        }

        return Peek(offset) == ')';
    }

    private CoprocessCommand ReadCoprocess()
    {
        _at += "coproc".Length;
        SkipBlanks();
        var start = _at;
        Enter();
        var name = "COPROC";
        var word = PeekBare().ToString();
        var body = ReadCompound();
        if (body is null && Characters.IsName(word))
        {
            _at += word.Length;
            SkipBlanks();
            body = ReadCompound();
            name = body is null ? name : word;
        }

        if (body is null)
        {
            _at = start;
            body = ReadCommand();
        }
        else
        {
            body.Redirections = ReadRedirections();
        }

        Leave();
        return new CoprocessCommand(name, body);
    }
}
