using System.Text;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Expansion;

/// <summary>Puts words together from pieces: an unquoted expansion may end one word and begin the next.</summary>
internal sealed class WordAssembly
{
    private const int LongestWord = 128 * 1024;

    private readonly List<ShellWord> _words;
    private readonly StringBuilder _literal = new();
    private List<WordPart> _parts = [];
    private bool _begun;
    private bool _tooLong;

    public WordAssembly(List<ShellWord> words) => _words = words;

    /// <summary>True until something has been put into the word.</summary>
    public bool AtStart => _parts.Count == 0 && _literal.Length == 0;

    /// <summary>True when all that the word holds so far is literal and begins an absolute path.</summary>
    public bool InPath => _parts.Count == 0 ? _literal.Length > 0 && _literal[0] == '/' : _parts[0] is { Kind: WordPartKind.Literal, Text: ['/', ..] };

    public void Literal(string text)
    {
        _begun = true;
        if (_literal.Length + text.Length <= LongestWord)
        {
            _literal.Append(text);
        }
        else if (!_tooLong)
        {
            _tooLong = true;
            Part(WordPartKind.UnknownSplit, "…");
        }
    }

    public void Part(WordPartKind kind, string text)
    {
        FlushLiteral();
        _parts.Add(new WordPart(kind, text));
        _begun = true;
    }

    /// <summary>The word ends here, if one has begun.</summary>
    public void Finish()
    {
        if (_begun)
        {
            FlushLiteral();
            _words.Add(new ShellWord(_parts));
            _parts = [];
            _begun = false;
        }
    }

    /// <summary>Adds text that is not quoted: characters of patterns count.</summary>
    public void Unquoted(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('*' or '?' or '['))
            {
                continue;
            }

            var close = text[i] == '[' ? text.IndexOf(']', Math.Min(i + 2, text.Length)) : i;
            if (close < 0)
            {
                continue;
            }

            Literal(text[from..i]);
            Part(WordPartKind.Glob, text[i..(close + 1)]);
            i = close;
            from = i + 1;
        }

        Literal(from == 0 ? text : text[from..]);
    }

    private void FlushLiteral()
    {
        if (_literal.Length > 0)
        {
            _parts.Add(new WordPart(WordPartKind.Literal, _literal.ToString()));
            _literal.Clear();
        }
    }
}
