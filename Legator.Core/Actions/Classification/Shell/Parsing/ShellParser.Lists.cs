using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

internal sealed partial class ShellParser
{
    private CommandList ReadList()
    {
        Enter();
        var entries = new List<ListEntry>(1);
        while (true)
        {
            SkipNewlines();
            if (AtListEnd())
            {
                break;
            }

            var first = entries.Count;
            ReadChain(entries);
            SkipBlanks();
            if (Current == ';' && Peek(1) is not (';' or '&'))
            {
                _at++;
            }
            else if (Current == '&')
            {
                _at++;
                for (var i = first; i < entries.Count; i++)
                {
                    entries[i].Background = true;
                }
            }
            else if (Current != '\n' && !AtListEnd())
            {
                throw Problem($"'{Shown()}' is not expected after a command.");
            }
        }

        Leave();
        return new CommandList(entries);
    }

    /// <summary>A list that the grammar wants to hold at least one command.</summary>
    private CommandList ReadBody()
    {
        var list = ReadList();
        return list.Entries.Count > 0 ? list : throw Problem("A command is missing.");
    }

    private bool AtListEnd()
    {
        if (AtEnd)
        {
            return true;
        }

        var c = Current;
        return c switch
        {
            ')' => true,
            ';' => Peek(1) is ';' or '&',
            '}' or 't' or 'e' or 'f' or 'd' => PeekBare() is "}" or "then" or "else" or "elif" or "fi" or "do" or "done" or "esac",
            _ => false,
        };
    }

    private void ReadChain(List<ListEntry> entries)
    {
        var joint = ListJoint.Sequence;
        while (true)
        {
            entries.Add(new ListEntry(ReadPipeline(), joint));
            SkipBlanks();
            if (Current == '&' && Peek(1) == '&')
            {
                joint = ListJoint.And;
            }
            else if (Current == '|' && Peek(1) == '|')
            {
                joint = ListJoint.Or;
            }
            else
            {
                return;
            }

            _at += 2;
            SkipNewlines();
        }
    }

    private ShellNode ReadPipeline()
    {
        if (SkipPipelineWords(out var negated) && AtCommandEnd())
        {
            return new SimpleCommand();
        }

        var first = ReadCommand();
        SkipBlanks();
        if (!AtPipe())
        {
            return negated ? new Pipeline([first]) : first;
        }

        List<ShellNode> stages = [first];
        while (AtPipe())
        {
            _at += Peek(1) == '&' ? 2 : 1;
            SkipNewlines();
            if (PeekBare() is "!")
            {
                throw Problem("'!' stands before a whole pipeline only.");
            }

            stages.Add(ReadCommand());
            SkipBlanks();
        }

        return new Pipeline(stages);
    }

    private bool AtPipe() => Current == '|' && Peek(1) != '|';

    private bool AtCommandEnd() => AtEnd || Current is '\n' or ';' or ')' or '|' || (Current == '&' && Peek(1) != '>');

    // "!" and "time" say nothing of what runs. True when a command may be missing after them ("time" alone).
    private bool SkipPipelineWords(out bool negated)
    {
        negated = false;
        var timed = false;
        while (true)
        {
            SkipBlanks();
            var word = PeekBare();
            if (word is "!")
            {
                _at++;
                negated = true;
                timed = false;
            }
            else if (word is "time")
            {
                _at += 4;
                timed = true;
                SkipTimeOptions();
            }
            else
            {
                return timed;
            }
        }
    }

    private void SkipTimeOptions()
    {
        SkipBlanks();
        while (PeekBare() is "-p" or "--")
        {
            _at += 2;
            SkipBlanks();
        }
    }
}
