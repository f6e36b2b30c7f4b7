namespace Legator.Core.Actions.Classification.Shell.Commands.Options;

/// <summary>How a command reads its options.</summary>
internal enum OptionStyle
{
    /// <summary>Options may come after operands, short ones may be joined.</summary>
    Gnu,

    /// <summary>Options end at the first operand, short ones may be joined.</summary>
    Posix,

    /// <summary>An option is a whole word behind one dash or two; options may come after operands.</summary>
    Words,

    /// <summary>An option is a whole word behind one dash or two; options end at the first operand.</summary>
    WordsFirst,
}
