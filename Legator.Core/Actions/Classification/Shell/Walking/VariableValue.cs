using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>What is known of a variable that the line itself gives a value.</summary>
/// <param name="Text">Its value, or that of an array's first element; null when nobody knows it.</param>
/// <param name="Elements">The elements of an array whose elements are all known; null otherwise.</param>
internal sealed record VariableValue(ShellWord? Text, IReadOnlyList<ShellWord>? Elements = null)
{
    public static VariableValue Unknown { get; } = new(null, null);

    public bool SameAs(VariableValue other) => ReferenceEquals(this, other)
        || (Elements is null && other.Elements is null && Text?.Literal is { } mine && mine == other.Text?.Literal)
        || (Text is null && other.Text is null && Elements is null && other.Elements is null);
}
