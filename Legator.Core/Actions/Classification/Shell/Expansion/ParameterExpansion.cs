using System.Globalization;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Walking;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Expansion;

/// <summary>Expands one parameter, as far as the line itself says what it is.</summary>
/// <param name="state">What the line has assigned so far.</param>
/// <param name="expander">Expands the words inside of it.</param>
internal sealed class ParameterExpansion(ShellState state, WordExpander expander)
{
    public void Add(ParameterPiece piece, WordAssembly assembly, bool quoted)
    {
        if (piece.Length || piece is { Name: "#" or "?" or "$" or "!" or "-" or "UID" or "EUID" or "PPID" or "RANDOM" or "SECONDS" or "LINENO" or "BASHPID", Operator: "", Indirect: false })
        {
            assembly.Part(WordPartKind.Unknown, piece.Source);
        }
        else if (piece.Operator.Length == 0 && !piece.Indirect)
        {
            AddPlain(piece, assembly, quoted);
        }
        else if (piece is { Operator: "-" or ":-" or "=" or ":=" or "+" or ":+", Operand: not null, Indirect: false })
        {
            AddDefault(piece, assembly, quoted);
        }
        else if (Edited(piece) is { } edited)
        {
            AddText(ShellWord.Of(edited), assembly, quoted, state);
        }
        else
        {
            AddUnknown(piece, assembly, quoted);
        }
    }

    private string? Edited(ParameterPiece piece) =>
        !piece.Indirect && piece is { Subscript: null, Operand: { } operand } && expander.Single(operand).Literal is { } text && state.Variable(piece.Name)?.Text?.Literal is { } value
            ? ValueEdits.Apply(value, piece.Operator, text)
            : null;

    /// <summary>Adds a value: whole in quotes; elsewhere split at blanks, with its patterns in force.</summary>
    public static void AddText(ShellWord value, WordAssembly assembly, bool quoted, ShellState state)
    {
        foreach (var part in value.Parts)
        {
            if (part.Kind != WordPartKind.Literal)
            {
                assembly.Part(part.Kind == WordPartKind.Glob ? part.Kind : quoted ? WordPartKind.Unknown : WordPartKind.UnknownSplit, part.Text);
            }
            else if (quoted)
            {
                assembly.Literal(part.Text);
            }
            else if (state.SplittingChanged)
            {
                assembly.Part(WordPartKind.UnknownSplit, part.Text);
            }
            else
            {
                AddSplit(part.Text, assembly);
            }
        }

        if (quoted)
        {
            assembly.Literal("");
        }
    }

    private static void AddSplit(string text, WordAssembly assembly)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (' ' or '\t' or '\n'))
            {
                continue;
            }

            if (i > start)
            {
                assembly.Unquoted(text[start..i]);
            }

            if (i < text.Length)
            {
                assembly.Finish();
            }

            start = i + 1;
        }
    }

    private void AddUnknown(ParameterPiece piece, WordAssembly assembly, bool quoted) =>
        assembly.Part((quoted || IsPartOfField(piece)) && !GivesMany(piece) ? WordPartKind.Unknown : WordPartKind.UnknownSplit, piece.Source);

    // What is left of a word when its beginning or end is cut off holds no blanks, either.
    private bool IsPartOfField(ParameterPiece piece) =>
        piece is { Operator: "#" or "##" or "%" or "%%", Indirect: false, Subscript: null } && !state.SplittingChanged && state.Variable(piece.Name) is { IsField: true };

    // "$@" and "${a[@]}" are any number of words even in quotes.
    private static bool GivesMany(ParameterPiece piece) => piece.Name == "@" || piece.Subscript?.Source == "@" || piece.Operator == "@";

    private void AddPlain(ParameterPiece piece, WordAssembly assembly, bool quoted)
    {
        if (piece.Name is "@" or "*")
        {
            AddList(state.Positional, piece, assembly, quoted);
        }
        else if (char.IsAsciiDigit(piece.Name[0]))
        {
            AddPositional(piece, assembly, quoted);
        }
        else if (piece.Subscript is not null)
        {
            AddElement(piece, piece.Subscript.Literal, assembly, quoted);
        }
        else if (state.Variable(piece.Name) is { } value)
        {
            AddValue(value.Text, piece, assembly, quoted || (value.IsField && value.Text?.Literal is null && !state.SplittingChanged));
        }
        else if (piece.Name == "HOME" && assembly.AtStart)
        {
            assembly.Literal("~");
        }
        else if (piece.Name == "PWD" && assembly.AtStart && state.Directories is [{ } directory])
        {
            assembly.Literal(directory);
        }
        else
        {
            AddUnknown(piece, assembly, quoted);
        }
    }

    private void AddValue(ShellWord? value, ParameterPiece piece, WordAssembly assembly, bool quoted)
    {
        if (value is null)
        {
            AddUnknown(piece, assembly, quoted);
        }
        else
        {
            AddText(value, assembly, quoted, state);
        }
    }

    private void AddPositional(ParameterPiece piece, WordAssembly assembly, bool quoted)
    {
        if (state.Positional is null || piece.Name.Length > 4 || int.Parse(piece.Name, CultureInfo.InvariantCulture) is not (> 0 and var number))
        {
            AddUnknown(piece, assembly, quoted);
        }
        else
        {
            AddText(number <= state.Positional.Count ? state.Positional[number - 1] : ShellWord.Of(""), assembly, quoted, state);
        }
    }

    private void AddElement(ParameterPiece piece, string? index, WordAssembly assembly, bool quoted)
    {
        var elements = state.Variable(piece.Name)?.Elements;
        if (index is "@" or "*")
        {
            AddList(elements, piece, assembly, quoted);
        }
        else if (elements is not null && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < elements.Count)
        {
            AddText(elements[number], assembly, quoted, state);
        }
        else
        {
            AddUnknown(piece, assembly, quoted);
        }
    }

    private void AddList(IReadOnlyList<ShellWord>? words, ParameterPiece piece, WordAssembly assembly, bool quoted)
    {
        var joins = quoted && (piece.Name == "*" || piece.Subscript?.Source == "*");
        if (words is null || (joins && state.SplittingChanged))
        {
            AddUnknown(piece, assembly, quoted);
            return;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && joins)
            {
                assembly.Literal(" ");
            }
            else if (i > 0)
            {
                assembly.Finish();
            }

            AddText(words[i], assembly, quoted, state);
        }
    }

    // What "${x:-word}" gives depends on whether x has a value. Where the line gives it none, both are shown: a value that nobody knows, and the word.
    private void AddDefault(ParameterPiece piece, WordAssembly assembly, bool quoted)
    {
        var positional = char.IsAsciiDigit(piece.Name[0]) ? state.Positional : null;
        var number = positional is null ? 0 : int.TryParse(piece.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        var value = number > 0 ? (number <= positional!.Count ? positional[number - 1].Literal : "") : piece.Subscript is null ? state.Variable(piece.Name)?.Text?.Literal : null;
        var alternative = piece.Operator is "+" or ":+";
        if (value is null)
        {
            AddEither(piece, assembly, quoted);
        }
        else if (value.Length > 0 != alternative)
        {
            AddText(ShellWord.Of(alternative ? "" : value), assembly, quoted, state);
        }
        else
        {
            AddText(expander.Single(piece.Operand!), assembly, quoted, state);
        }
    }

    private void AddEither(ParameterPiece piece, WordAssembly assembly, bool quoted)
    {
        var whole = assembly.AtStart;
        AddUnknown(piece, assembly, quoted);
        if (whole)
        {
            assembly.Finish();
            AddText(expander.Single(piece.Operand!), assembly, quoted, state);
        }
    }
}
