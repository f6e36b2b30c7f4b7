using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>What is known of a variable that the line itself gives a value.</summary>
/// <param name="Text">Its value, or that of an array's first element; null when nobody knows it.</param>
/// <param name="Elements">The elements of an array whose elements are all known; null otherwise.</param>
internal sealed record VariableValue(ShellWord? Text, IReadOnlyList<ShellWord>? Elements = null)
{
    public static VariableValue Unknown { get; } = new(null, null);

    /// <summary>True when the value holds no blanks, so that it is one word without quotes too.</summary>
    public bool IsField { get; init; }

    /// <summary>A value that is longer than this is not followed: a line could double it again and again.</summary>
    private const int MostParts = 1024;

    private const int MostPieces = 32;

    private const int LongestText = 4096;

    /// <summary>The same, or unknown when it is too long to follow.</summary>
    public VariableValue Bounded() =>
        Elements?.Count > MostParts || Text?.Parts.Count > MostPieces || Text?.Literal?.Length > LongestText || Text?.Parts.Sum(p => p.Text.Length) > LongestText ? Unknown : this;

    public bool SameAs(VariableValue other) => ReferenceEquals(this, other)
        || (Elements is null && other.Elements is null && Text?.Literal is { } mine && mine == other.Text?.Literal)
        || (Text is null && other.Text is null && Elements is null && other.Elements is null);
}
