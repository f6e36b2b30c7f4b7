namespace Legator.Core.Actions.Classification.Shell.Commands.Options;

/// <summary>Whether an option takes a value.</summary>
internal enum OptionValue
{
    /// <summary>It takes none.</summary>
    None,

    /// <summary>It takes one, attached or as the next word.</summary>
    Required,

    /// <summary>It takes one when it is attached.</summary>
    Optional,

    /// <summary>It takes two words, the second of which is its value.</summary>
    Pair,
}
