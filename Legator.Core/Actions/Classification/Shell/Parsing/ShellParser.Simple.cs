using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

internal sealed partial class ShellParser
{
    private ShellNode ReadSimple()
    {
        var command = new SimpleCommand();
        List<Assignment>? assignments = null;
        List<Redirection>? redirections = null;
        var words = new List<ParsedWord>(4);
        var declares = false;
        while (true)
        {
            SkipBlanks();
            if (AtRedirection())
            {
                if (Current == '&')
                {
                    command.WordsBeforeJointRedirection ??= words.Count;
                }

                (redirections ??= []).Add(ReadRedirection());
                continue;
            }

            if (AtCommandEnd() || Current == '&')
            {
                break;
            }

            if (Current == '(')
            {
                return words.Count == 1 && assignments is null && redirections is null && IsEmptyParentheses()
                    ? ReadPlainFunction(words[0])
                    : throw Problem("'(' is not expected here.");
            }

            if (words.Count == 0 && AtAssignment())
            {
                (assignments ??= []).Add(ReadAssignment());
            }
            else
            {
                words.Add(declares && AtAssignment() ? ReadDeclared() : ReadWord());
                declares = declares || (words.Count == 1 && words[0].Bare is "declare" or "typeset" or "local" or "export" or "readonly");
            }
        }

        if (words.Count == 0 && assignments is null && redirections is null)
        {
            throw Problem("A command is missing.");
        }

        command.Words = words;
        command.Assignments = assignments ?? command.Assignments;
        command.Redirections = redirections ?? command.Redirections;
        return command;
    }

    private FunctionCommand ReadPlainFunction(ParsedWord name)
    {
        _at = _text.IndexOf(')', _at) + 1;
        return ReadFunctionBody(name.Literal ?? throw Problem("A function's name is not known."));
    }

    // name=, name+=, name[…]= and name[…]+=
    private bool AtAssignment()
    {
        if (!Characters.IsNameStart(Current))
        {
            return false;
        }

        var offset = 1;
        while (Characters.IsNamePart(Peek(offset)) || IsContinuation(_at + offset))
        {
            if (IsContinuation(_at + offset))
            {
                JoinLines(_at + offset);
            }
            else
            {
                offset++;
            }
        }

        return Peek(offset) switch
        {
            '=' => true,
            '+' => Peek(offset + 1) == '=',
            '[' => IsAssigned(SubscriptEnd(_at + offset)),
            _ => false,
        };
    }

    private bool IsAssigned(int index) => CharAt(index) == '=' || (CharAt(index) == '+' && CharAt(index + 1) == '=');

    private Assignment ReadAssignment()
    {
        var start = _at;
        while (Characters.IsNamePart(Current))
        {
            _at++;
        }

        var name = _text[start.._at];
        var subscript = Current == '[' ? ReadSubscript() : null;
        var appends = Current == '+';
        _at += appends ? 2 : 1;
        return new Assignment(name, subscript, appends, ReadAssigned());
    }

    private ParsedWord ReadAssigned()
    {
        if (Current == '(')
        {
            return ReadArray();
        }

        var process = Current is '<' or '>' && Peek(1) == '(';
        return AtEnd || (Characters.IsMeta(Current) && !process) ? ParsedWord.Empty : ReadWord();
    }

    // An argument of "declare" and its like: a word for the command, with an array where the value is one.
    private ParsedWord ReadDeclared()
    {
        var start = _at;
        var assignment = ReadAssignment();
        var head = new LiteralPiece(assignment.Name + (assignment.Appends ? "+=" : "="), Quoting.None);
        List<WordPiece> pieces = [head, .. assignment.Value.Pieces];
        if (assignment.Subscript is { } subscript)
        {
            pieces.InsertRange(1, subscript.Pieces);
        }

        return new ParsedWord(pieces, _text[start.._at]);
    }

    private ParsedWord ReadArray()
    {
        Enter();
        var start = _at++;
        List<ParsedWord> elements = [];
        while (true)
        {
            SkipNewlines();
            if (Current == ')')
            {
                break;
            }

            var process = Current is '<' or '>' && Peek(1) == '(';
            if (AtEnd || (Characters.IsMeta(Current) && !process))
            {
                throw Problem("An array is not closed.");
            }

            elements.Add(ReadWord());
        }

        _at++;
        Leave();
        return new ParsedWord([new ArrayPiece(elements)], _text[start.._at]);
    }

    private char CharAt(int index) => index < _text.Length ? _text[index] : '\0';
}
