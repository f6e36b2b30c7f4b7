namespace Legator.Runner.Tests.Interleavings;

internal sealed record CountedArguments
{
    public required string What { get; init; }

    /// <summary>Nothing in the world shows whether it was done.</summary>
    public bool? Traceless { get; init; }
}
