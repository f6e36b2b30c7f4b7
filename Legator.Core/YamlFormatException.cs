namespace Legator.Core;

/// <summary>A text that cannot be read as YAML, and where.</summary>
public sealed class YamlFormatException(string problem, long line, long column) : FormatException($"line {line}, column {column}: {problem}")
{
    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; } = problem;

    /// <summary>Line, from 1.</summary>
    public long Line { get; } = line;

    /// <summary>Column, from 1.</summary>
    public long Column { get; } = column;
}
