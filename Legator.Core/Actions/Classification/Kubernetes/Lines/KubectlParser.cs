using Legator.Core.Actions.Classification.Kubernetes.Commands;

namespace Legator.Core.Actions.Classification.Kubernetes.Lines;

/// <summary>Takes the words of a kubectl line apart by the rules of the library that kubectl reads its own command line with.</summary>
internal readonly ref struct KubectlParser
{
    private const int MaxWords = 10_000;

    private readonly List<string?> _words;
    private readonly KubectlCall _call;

    private KubectlParser(IReadOnlyList<string?> words, ClassificationContext context) =>
        (_words, _call) = (words as List<string?> ?? [.. words], new KubectlCall(KubectlCommands.Help, context));

    /// <summary>Reads a call.</summary>
    /// <param name="words">The words after <c>kubectl</c>; null for one that is not known. A list is taken apart itself.</param>
    /// <param name="context">What is known of the estate.</param>
    /// <param name="problem">Why the words cannot be read; null on success.</param>
    public static KubectlCall? Read(IReadOnlyList<string?> words, ClassificationContext context, out string? problem)
    {
        if (words.Count > MaxWords)
        {
            problem = $"The line has more than {MaxWords} words.";
            return null;
        }

        var parser = new KubectlParser(words, context);
        problem = parser.FindCommand();
        if (problem is null)
        {
            parser.ReadFlagsAndOperands();
        }

        return problem is null ? parser._call : null;
    }

    /// <summary>The command's words are the first that are neither flags nor their values, by what is known of flags at that level. They are taken out; all else is read afterwards.</summary>
    private string? FindCommand()
    {
        var subcommands = KubectlCommands.Root;
        while (subcommands is not null)
        {
            var at = FirstOperand();
            if (at < 0)
            {
                // Nobody writes that to read something, and what stands behind the dashes may be more than operands to another kubectl.
                _call.Command = ReferenceEquals(subcommands, KubectlCommands.Root) && _words.Contains("--") ? KubectlCommands.Unknown : _call.Command;
                return null;
            }

            if (_words[at] is not { } word)
            {
                return "The command is not known.";
            }

            if (!subcommands.TryGetValue(word, out var found))
            {
                _call.Command = ReferenceEquals(subcommands, KubectlCommands.Root) || !_call.Command.Acts ? KubectlCommands.Unknown : _call.Command;
                return null;
            }

            _words.RemoveAt(at);
            _call.Command = found;
            subcommands = found.Subcommands;
        }

        return null;
    }

    private int FirstOperand()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            var word = _words[i];
            if (word == "--")
            {
                return -1;
            }

            if (word is not ['-', ..])
            {
                if (word is not "")
                {
                    return i;
                }
            }
            else if (TakesNext(word))
            {
                // The library gives up where a flag would take the last word.
                if (i + 2 >= _words.Count)
                {
                    return -1;
                }

                i++;
            }
        }

        return -1;
    }

    private bool TakesNext(string word)
    {
        if (word.Contains('='))
        {
            return false;
        }

        var flag = word.StartsWith("--", StringComparison.Ordinal) ? Find(Normalized(word.AsSpan(2), out _))
            : word.Length == 2 ? Find(word[1])
            : null;
        return flag is null ? word.Length == 2 || word.StartsWith("--", StringComparison.Ordinal) : flag.Takes == KubectlFlagValue.Required;
    }

    private void ReadFlagsAndOperands()
    {
        for (var at = 0; at < _words.Count; at++)
        {
            var word = _words[at];
            if (word is null)
            {
                _call.Doubt ??= "a word of the line is not known";
                _call.Operands.Add(null);
            }
            else if (word == "--")
            {
                _call.OperandsBeforeDashes = _call.Operands.Count;
                _call.Operands.AddRange(_words[(at + 1)..]);
                return;
            }
            else if (word.Length < 2 || word[0] != '-')
            {
                _call.Operands.Add(word);
            }
            else if (word[1] == '-')
            {
                ReadLong(word, ref at);
            }
            else
            {
                ReadLetters(word, ref at);
            }
        }
    }

    private void ReadLong(string word, ref int at)
    {
        var name = Normalized(word.AsSpan(2), out var value);
        if (Find(name) is { } flag)
        {
            Take(flag, value, ref at);
            return;
        }

        _call.Doubt ??= $"'{_call.Command.Path}' has no flag --{(name.Length > 60 ? $"{name[..60]}…" : name)}";
    }

    /// <summary>Letters may stand together; the first that takes a value takes the rest of the word.</summary>
    private void ReadLetters(string word, ref int at)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (Find(word[i]) is not { } flag)
            {
                _call.Doubt ??= $"'{_call.Command.Path}' has no flag -{word[i]}";
                return;
            }

            var rest = word.AsSpan(i + 1);
            if (flag.Takes == KubectlFlagValue.Required || rest.StartsWith("="))
            {
                Take(flag, rest.IsEmpty ? null : rest.TrimStart('=').Length == rest.Length ? rest.ToString() : rest[1..].ToString(), ref at);
                return;
            }

            Take(flag, null, ref at);
        }
    }

    private void Take(KubectlFlag flag, string? attached, ref int at)
    {
        if (!ReferenceEquals(_call.Command.Flags.Find(flag.Name), flag))
        {
            _call.Blocked ??= GlobalFlags.WhyNot(flag.Name);
        }

        if (attached is not null || flag.Takes != KubectlFlagValue.Required)
        {
            _call.Add(flag.Name, attached ?? (flag.Takes == KubectlFlagValue.Switch ? "true" : ""));
        }
        else if (at + 1 < _words.Count)
        {
            _call.Add(flag.Name, _words[++at]);
        }
        else
        {
            _call.Doubt ??= $"--{flag.Name} has no value";
        }
    }

    private KubectlFlag? Find(ReadOnlySpan<char> name) => _call.Command.Flags.Find(name) ?? GlobalFlags.All.Find(name);

    private KubectlFlag? Find(char letter) => _call.Command.Flags.Find(letter) ?? GlobalFlags.All.Find(letter);

    private static ReadOnlySpan<char> Normalized(ReadOnlySpan<char> text, out string? value)
    {
        var equals = text.IndexOf('=');
        value = equals < 0 ? null : text[(equals + 1)..].ToString();
        var name = equals < 0 ? text : text[..equals];

        // kubectl takes an underscore for a dash.
        return name.Contains('_') ? name.ToString().Replace('_', '-') : name;
    }
}
