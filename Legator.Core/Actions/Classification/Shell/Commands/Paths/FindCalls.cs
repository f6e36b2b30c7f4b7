using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Paths;

/// <summary>Calls of find: tests find files, and actions may remove them, write lists of them and run commands on them.</summary>
internal sealed class FindCalls
{
    private static readonly FrozenSet<string> Tests = FrozenSet.ToFrozenSet(
    [
        "-name", "-iname", "-path", "-ipath", "-wholename", "-iwholename", "-regex", "-iregex", "-type", "-xtype", "-size", "-mtime", "-mmin", "-atime", "-amin", "-ctime", "-cmin", "-newer", "-anewer", "-cnewer",
        "-perm", "-user", "-group", "-uid", "-gid", "-links", "-inum", "-samefile", "-fstype", "-maxdepth", "-mindepth", "-regextype", "-used", "-context", "-lname", "-ilname", "-since", "-printf", "-flags", "-D",
    ]);

    private static readonly FrozenSet<string> Signs = FrozenSet.ToFrozenSet(
    [
        "-print", "-print0", "-ls", "-prune", "-quit", "-empty", "-nouser", "-nogroup", "-readable", "-writable", "-executable", "-xdev", "-mount", "-depth", "-d", "-daystart", "-follow", "-ignore_readdir_race", "-noignore_readdir_race",
        "-noleaf", "-true", "-false", "-not", "-a", "-o", "-and", "-or", "!", "(", ")", ",", "-warn", "-nowarn", "-H", "-L", "-P", "-E", "-X", "-s", "-x", "-O0", "-O1", "-O2", "-O3", "-O", "-help", "--help", "-version", "--version",
    ]);

    private readonly CommandCall _call;
    private readonly List<ShellWord> _starts = [];
    private readonly List<string> _names = [];
    private bool _alternatives;
    private bool _narrowed;
    private int _next;

    private FindCalls(CommandCall call) => _call = call;

    /// <summary>Judges a call.</summary>
    public static void Judge(CommandCall call) => new FindCalls(call).Judge();

    private void Judge()
    {
        var words = _call.Words;
        while (_next < words.Count && IsStart(words[_next]))
        {
            if (words[_next].Prefix is not ['-', ..])
            {
                _starts.Add(words[_next]);
            }

            _next += words[_next].Literal == "-D" ? 2 : 1;
        }

        if (_starts.Count == 0)
        {
            _starts.Add(ShellWord.Of("."));
        }

        Survey(_next);
        while (_next < words.Count)
        {
            Step(words[_next++]);
        }
    }

    private bool IsStart(ShellWord word)
    {
        if (word.Literal is null)
        {
            if (word.MayBeOption)
            {
                _call.Unknown($"'{word}' may be an action of find");
            }

            return true;
        }

        return word.Literal is "-H" or "-L" or "-P" or "-D" || word.Literal.StartsWith("-O", StringComparison.Ordinal) && word.Literal.Length == 3 || word.Literal is not (['-', ..] or "!" or "(" or ")" or ",");
    }

    // What is found is known by its name only where the name is asked of everything that is found.
    private void Survey(int at)
    {
        for (; at < _call.Words.Count; at++)
        {
            var text = _call.Words[at].Literal;
            _alternatives |= text is "-o" or "-or" or "," or "!" or "-not";
            _narrowed |= text is "-name" or "-iname" or "-path" or "-wholename" or "-regex" or "-iregex" or "-ipath" or "-mtime" or "-mmin" or "-size" or "-empty" or "-newer" or "-user";
            if (text == "-name" && at + 1 < _call.Words.Count && _call.Words[at + 1].Literal is { } name)
            {
                _names.Add(name);
            }

            if (text is "-exec" or "-execdir" or "-ok" or "-okdir" or "-delete")
            {
                break;
            }
        }
    }

    private void Step(ShellWord word)
    {
        switch (word.Literal)
        {
            case null:
                _call.Unknown($"'{word}' may be an action of find");
                break;
            case "-delete":
                Delete();
                break;
            case "-exec" or "-execdir" or "-ok" or "-okdir":
                Execute(word.Literal.EndsWith("dir", StringComparison.Ordinal));
                break;
            case "-fprint" or "-fprint0" or "-fls":
                Write(1);
                break;
            case "-fprintf":
                Write(2);
                break;
            case "-files0-from":
                Read();
                break;
            case var text when Tests.Contains(text) || text.StartsWith("-newer", StringComparison.Ordinal):
                Skip();
                break;
            case var text when !Signs.Contains(text):
                _call.Unknown($"'{text}' is not known of find");
                break;
        }
    }

    // A value without quotes may be several words, and one of them an action.
    private void Skip()
    {
        if (_next < _call.Words.Count && _call.Words[_next++] is { Literal: null } value && value.Parts.Any(p => p.Kind is WordPartKind.UnknownSplit))
        {
            _call.Unknown($"'{value}' may be an action of find");
        }
    }

    private void Delete()
    {
        _call.Add("delete", RiskTier.DestructiveMutation, "what is found is removed");
        foreach (var start in _starts)
        {
            _call.Take(FileRules.Remove(_call.Scope, start, !_narrowed || start.Literal == "/"));
        }
    }

    private void Write(int words)
    {
        if (_next < _call.Words.Count)
        {
            _call.Take(FileRules.Write(_call.Scope, _call.Words[_next]));
        }

        _next += words;
    }

    private void Read()
    {
        if (_next < _call.Words.Count)
        {
            _call.Take(FileRules.Read(_call.Scope, _call.Words[_next++]));
        }
    }

    private void Execute(bool anywhere)
    {
        var command = new List<ShellWord>();
        while (_next < _call.Words.Count && _call.Words[_next].Literal is not ";")
        {
            var word = _call.Words[_next++];
            if (word.Literal == "+" && command.Count > 0 && command[^1].Literal == "{}")
            {
                break;
            }

            command.Add(word);
        }

        _next += _next < _call.Words.Count && _call.Words[_next].Literal == ";" ? 1 : 0;
        if (command.Count == 0)
        {
            _call.Unknown("find runs something");
            return;
        }

        foreach (var start in _starts)
        {
            _call.Run([.. command.Select(w => Fill(w, start))], anywhere);
        }
    }

    private ShellWord Fill(ShellWord word, ShellWord start)
    {
        if (!word.Parts.Any(p => p.Kind == WordPartKind.Literal && p.Text.Contains("{}", StringComparison.Ordinal)))
        {
            return word;
        }

        if (word.Literal != "{}")
        {
            return new ShellWord([.. word.Parts.Select(p => p.Text.Contains("{}", StringComparison.Ordinal) ? new WordPart(WordPartKind.Unknown, p.Text) : p)]);
        }

        var below = FileRules.Below(Anchored(start));
        return _alternatives || _names.Count == 0 ? below
            : new ShellWord([.. below.Parts, new WordPart(WordPartKind.Literal, "/"), new WordPart(WordPartKind.Glob, _names[0])]);
    }

    private static ShellWord Anchored(ShellWord start) =>
        start.Prefix is ['/' or '.' or '~', ..] || start.Literal is null ? start : ShellWord.Of("./" + start.Literal);
}
