namespace Legator.Runner.Tests.Sessions.Reads;

internal sealed record ProbeArguments
{
    public required string Name { get; init; }

    public bool? Changes { get; init; }
}
