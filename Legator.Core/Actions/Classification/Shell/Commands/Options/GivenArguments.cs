using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Options;

/// <summary>The arguments of a call, sorted into options and operands.</summary>
internal sealed class GivenArguments
{
    /// <summary>The options in order.</summary>
    public List<GivenOption> Options { get; } = [];

    /// <summary>The operands in order.</summary>
    public List<ShellWord> Operands { get; } = [];

    /// <summary>Where the first operand stands among all words.</summary>
    public int FirstOperand { get; set; }

    /// <summary>An option that the command is not known to have; null when there is none.</summary>
    public string? Stranger { get; set; }

    /// <summary>A word that may turn out to be an option, or several words; null when there is none.</summary>
    public ShellWord? Dynamic { get; set; }

    /// <summary>A word that may turn out to be several; null when there is none.</summary>
    public ShellWord? Split { get; set; }

    /// <summary>True when one of the options was given.</summary>
    /// <param name="names">Names with their dashes.</param>
    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var option in Options)
        {
            if (names.Contains(option.Shape.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of the last of the options that was given; null when none was.</summary>
    /// <param name="names">Names with their dashes.</param>
    public ShellWord? Value(params ReadOnlySpan<string> names)
    {
        for (var i = Options.Count - 1; i >= 0; i--)
        {
            if (names.Contains(Options[i].Shape.Name))
            {
                return Options[i].Value;
            }
        }

        return null;
    }
}
