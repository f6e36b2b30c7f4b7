using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Walking;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Expansion;

/// <summary>Turns words as written into the words that a command gets, as far as that can be told. It judges nothing: commands inside of words are found by whoever walks the line.</summary>
/// <param name="state">What the line has assigned so far.</param>
internal sealed class WordExpander(ShellState state)
{
    private const int MostWords = 8192;
    private const int LongestQuoted = 4096;

    private static readonly string[] Listing = ["kubectl", "head", "tail", "find", "ls", "grep", "egrep", "zgrep", "sort", "uniq", "awk"];

    /// <summary>Every word that the words become.</summary>
    public List<ShellWord> Expand(IReadOnlyList<ParsedWord> words)
    {
        var result = new List<ShellWord>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Bare is { } bare && bare.AsSpan().IndexOfAny("{*?[") < 0)
            {
                result.Add(ShellWord.Of(bare));
            }
            else if (word.Bare is null && word.Pieces is [LiteralPiece { Quoting: Quoting.Quoted, Text.Length: < LongestQuoted } quoted])
            {
                result.Add(ShellWord.Of(quoted.Text));
            }
            else if (result.Count > MostWords)
            {
                result.Add(Unknown(word.Source, WordPartKind.UnknownSplit));
                break;
            }
            else
            {
                Add(word, result);
            }
        }

        return result;
    }

    /// <summary>The one word that stands where nothing is split: a value, a here-string, a <c>case</c> subject.</summary>
    public ShellWord Single(ParsedWord word)
    {
        if (word.Literal is { } literal)
        {
            return ShellWord.Of(literal);
        }

        List<ShellWord> words = [];
        var assembly = new WordAssembly(words);
        foreach (var piece in word.Pieces)
        {
            AddPiece(piece, assembly, splits: false);
        }

        assembly.Finish();
        return words.Count == 1 ? words[0] : words.Count == 0 ? ShellWord.Of("") : Unknown(word.Source, WordPartKind.Unknown);
    }

    /// <summary>A redirection's target: one word, or one that is not known.</summary>
    public ShellWord Target(ParsedWord word)
    {
        List<ShellWord> words = [];
        Add(word, words);
        return words.Count == 1 ? words[0] : Unknown(word.Source, WordPartKind.UnknownSplit);
    }

    private static ShellWord Unknown(string source, WordPartKind kind) => new([new WordPart(kind, source)]);

    private void Add(ParsedWord word, List<ShellWord> result)
    {
        if (!BraceExpander.MayExpand(word.Pieces))
        {
            Assemble(word.Pieces, result);
        }
        else if (BraceExpander.Expand(word.Pieces) is { } words)
        {
            words.ForEach(w => Assemble(w, result));
        }
        else
        {
            result.Add(Unknown(word.Source, WordPartKind.UnknownSplit));
        }
    }

    private void Assemble(IReadOnlyList<WordPiece> pieces, List<ShellWord> result)
    {
        var assembly = new WordAssembly(result);
        var run = "";
        foreach (var piece in IsListAlone(pieces) ? pieces.Skip(1) : pieces)
        {
            if (piece is LiteralPiece { Quoting: Quoting.None } plain)
            {
                run += plain.Text;
                continue;
            }

            AddRun(run, assembly);
            run = "";
            AddPiece(piece, assembly, splits: true);
        }

        AddRun(run, assembly);
        assembly.Finish();
    }

    // "$@" is no word at all when there are no parameters, although it stands in quotes.
    private static bool IsListAlone(IReadOnlyList<WordPiece> pieces) =>
        pieces is [LiteralPiece { Text: "", Quoting: Quoting.Quoted }, ParameterPiece { Operator: "", Length: false, Indirect: false } list]
        && (list.Name == "@" || list.Subscript?.Source == "@");

    private static void AddRun(string run, WordAssembly assembly)
    {
        if (run.Length > 0)
        {
            assembly.Unquoted(run);
        }
    }

    private void AddPiece(WordPiece piece, WordAssembly assembly, bool splits)
    {
        var quoted = !splits || piece.Quoting == Quoting.Quoted;
        switch (piece)
        {
            case LiteralPiece { Quoting: Quoting.Pattern } pattern when splits:
                assembly.Part(WordPartKind.Glob, pattern.Text.Length > 0 ? "*" : "");
                break;
            case LiteralPiece literal:
                assembly.Literal(literal.Text);
                break;
            case ParameterPiece parameter:
                new ParameterExpansion(state, this).Add(parameter, assembly, quoted);
                break;
            case CommandPiece command:
                AddOutput(command, assembly, splits);
                break;
            case ArithmeticPiece:
                assembly.Part(assembly.InPath ? WordPartKind.Glob : WordPartKind.Unknown, assembly.InPath ? "[0-9]*" : "$((…))");
                break;
            case ProcessPiece:
                assembly.Literal("/dev/fd/63");
                break;
            default:
                assembly.Part(WordPartKind.UnknownSplit, "(…)");
                break;
        }
    }

    private void AddOutput(CommandPiece command, WordAssembly assembly, bool splits)
    {
        var quoted = !splits || command.Quoting == Quoting.Quoted;
        var known = KnownOutput.NameOf(command.Body) is { } name && state.Function(name) is null;
        if (known && KnownOutput.Of(command.Body, this) is { } text)
        {
            ParameterExpansion.AddText(ShellWord.Of(text), assembly, quoted, state);
        }
        else if (known && KnownOutput.IsProgramPath(command.Body))
        {
            assembly.Literal("/usr/bin/");
            assembly.Part(WordPartKind.Glob, "[0-9A-Za-z]*");
        }
        else if (known && (assembly.InPath || !splits) && KnownOutput.IsTame(command.Body))
        {
            assembly.Part(WordPartKind.Glob, "[0-9A-Za-z]*");
        }
        else
        {
            assembly.Part(quoted || (known && KnownOutput.IsTame(command.Body)) ? WordPartKind.Unknown : WordPartKind.UnknownSplit, SourceOf(command));
        }
    }

    // What a substitution gives is told by how it is written, so long as its commands are what they are called.
    private string SourceOf(CommandPiece command) =>
        Array.TrueForAll(Listing, name => state.Function(name) is null) ? command.Source : "$(…)";
}
