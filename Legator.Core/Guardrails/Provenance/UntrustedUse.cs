namespace Legator.Core.Guardrails.Provenance;

/// <summary>What in a call may come from text that the run read.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Text">The value, address or quotation; what is asked for, in a word.</param>
public sealed record UntrustedUse(UntrustedKind Kind, string Text)
{
    private const int Longest = 80;

    /// <summary>It in a sentence.</summary>
    public string Sentence() => Kind switch
    {
        UntrustedKind.Value => $"The run has read text from outside, and '{Short}' was not written by people, nor is it only a name that the cluster lists.",
        UntrustedKind.Wish => $"Text from outside that the run has read speaks of '{Short}' and asks for something like this.",
        UntrustedKind.Intent => $"The run has read text from outside, and no skill and no task asks for this: {Short}.",
        UntrustedKind.Address => $"The run has read text from outside, and nobody named the address '{Short}'.",
        UntrustedKind.Unwritten => $"The run has read text from outside, and would send '{Short}' out, which was not written by people.",
        _ => $"It repeats text from outside: '{Short}'.",
    };

    private string Short => Text.Length <= Longest ? Text : string.Concat(Text.AsSpan(0, Longest - 1), "…");
}
