namespace Legator.Core.Delegation;

/// <summary>The attribute of the marks around text from outside, by which a prompt that holds some can be told.</summary>
public static class OutsideText
{
    /// <summary>Stands in the mark that begins such text, and nowhere in what the product itself writes.</summary>
    public const string Attribute = "trust=\"none\"";

    /// <summary>True when a prompt holds text from outside.</summary>
    public static bool IsIn(string prompt) => prompt.Contains(Attribute, StringComparison.Ordinal);
}
