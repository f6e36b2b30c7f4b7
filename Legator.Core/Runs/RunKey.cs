using System.Diagnostics.CodeAnalysis;

namespace Legator.Core.Runs;

/// <summary>Names one run: the namespace and name of its LegatorRun.</summary>
/// <param name="Namespace">Namespace of the LegatorRun.</param>
/// <param name="Name">Name of the LegatorRun; unique in the namespace for all time.</param>
public readonly record struct RunKey(string Namespace, string Name) : IParsable<RunKey>
{
    /// <inheritdoc />
    public static RunKey Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var key) ? key : throw new FormatException($"'{s}' is not a run: write namespace/name.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RunKey result)
    {
        var parts = s?.Split('/');
        var valid = parts is [{ Length: > 0 }, { Length: > 0 }];
        result = valid ? new RunKey(parts![0], parts[1]) : default;
        return valid;
    }

    /// <summary><c>namespace/name</c>.</summary>
    public override string ToString() => $"{Namespace}/{Name}";
}
