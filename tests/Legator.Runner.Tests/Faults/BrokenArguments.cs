namespace Legator.Runner.Tests.Faults;

internal sealed record BrokenArguments
{
    public required string Where { get; init; }

    public bool? Changes { get; init; }
}
