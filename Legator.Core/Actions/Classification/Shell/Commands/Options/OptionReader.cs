using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Options;

/// <summary>Sorts words into options and operands, as the command itself would.</summary>
internal sealed class OptionReader(OptionTable table, OptionStyle style, IReadOnlyList<ShellWord> words)
{
    private readonly GivenArguments _given = new();
    private int _next;

    private bool Words => style is OptionStyle.Words or OptionStyle.WordsFirst;

    private bool StopsAtOperand => style is OptionStyle.Posix or OptionStyle.WordsFirst;

    /// <summary>Reads all words from a position on.</summary>
    public GivenArguments Read(int start)
    {
        _next = start;
        _given.FirstOperand = words.Count;
        var open = true;
        while (_next < words.Count)
        {
            var word = words[_next++];
            if (!open)
            {
                Operand(word);
            }
            else if (word.Literal == "--" && !Words)
            {
                open = false;
            }
            else if (word.Prefix.Length > 1 && word.Prefix[0] == '-')
            {
                Option(word);
            }
            else
            {
                NoteDynamic(word);
                Operand(word);
                open = !StopsAtOperand;
            }
        }

        return _given;
    }

    private void NoteDynamic(ShellWord word)
    {
        if (word.Literal is null)
        {
            NoteSplit(word);
            _given.Dynamic ??= word.MayBeOption ? word : null;
        }
    }

    private void Operand(ShellWord word)
    {
        if (_given.Operands.Count == 0)
        {
            _given.FirstOperand = _next - 1;
        }

        _given.Operands.Add(word);
    }

    private void Option(ShellWord word)
    {
        if (word.Literal is null)
        {
            NoteSplit(word);
        }

        if (word.Prefix[1] == '-' || Words)
        {
            LongOption(word);
        }
        else
        {
            Letters(word);
        }
    }

    private void LongOption(ShellWord word)
    {
        var text = word.Prefix.AsSpan();
        var equals = text.IndexOf('=');
        if (equals < 0 && word.Literal is null)
        {
            _given.Dynamic ??= word;
            return;
        }

        var name = (equals < 0 ? text : text[..equals]).TrimStart('-');
        var shape = table.Long(name, !Words);
        if (shape is null && Words && equals > 0)
        {
            shape = table.Long(text.TrimStart('-'), false);
        }

        if (shape is null || (equals >= 0 && shape.Value == OptionValue.None && word.Literal?.EndsWith("=true", StringComparison.Ordinal) != true))
        {
            _given.Stranger ??= word.ToString();
        }
        else
        {
            var value = equals >= 0 ? WordSlice.After(word, equals + 1) : Next(word, shape);
            _given.Options.Add(new GivenOption(shape, value));
        }
    }

    private void Letters(ShellWord word)
    {
        var text = word.Prefix;
        for (var i = 1; i < text.Length; i++)
        {
            if (table.Short(text[i]) is not { } shape)
            {
                _given.Stranger ??= word.ToString();
                return;
            }

            var attached = i + 1 < text.Length || word.Literal is null;
            if (shape.Value != OptionValue.None)
            {
                var value = attached ? WordSlice.After(word, i + 1) : Next(word, shape);
                _given.Options.Add(new GivenOption(shape, value));
                return;
            }

            _given.Options.Add(new GivenOption(shape, null));
        }

        if (word.Literal is null)
        {
            _given.Dynamic ??= word;
        }
    }

    private ShellWord? Next(ShellWord option, OptionShape shape)
    {
        if (shape.Value == OptionValue.Pair)
        {
            Value(option);
        }

        return shape.Value is OptionValue.Required or OptionValue.Pair ? Value(option) : null;
    }

    private ShellWord? Value(ShellWord option)
    {
        if (_next == words.Count)
        {
            _given.Stranger ??= $"{option} without its value";
            return null;
        }

        var value = words[_next++];
        if (value.Literal is null)
        {
            NoteSplit(value);
            _given.Split ??= value.HasGlob ? value : null;
            _given.Dynamic ??= value.HasGlob && value.MayBeOption ? value : null;
        }

        return value;
    }

    private void NoteSplit(ShellWord word)
    {
        foreach (var part in word.Parts)
        {
            if (part.Kind == WordPartKind.UnknownSplit && !WordSlice.OnlyNumbers(part))
            {
                _given.Split ??= word;
                _given.Dynamic ??= word;
            }
        }
    }
}
