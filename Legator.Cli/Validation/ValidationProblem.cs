namespace Legator.Cli.Validation;

/// <summary>Something wrong with a file.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Field">The field; empty for the file or the object as a whole.</param>
/// <param name="Message">What is wrong and what to write.</param>
internal sealed record ValidationProblem(string File, string Field, string Message)
{
    /// <summary>Line, from 1; null where none can be named.</summary>
    public int? Line { get; init; }

    /// <summary>The object, as <c>Kind namespace/name</c>; null for the file as a whole.</summary>
    public string? Object { get; init; }

    /// <summary>True for what works and is probably not meant so.</summary>
    public bool IsWarning { get; init; }
}
