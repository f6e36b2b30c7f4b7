namespace Legator.Runner.Tests.Sessions;

internal sealed record TalkArguments
{
    /// <summary>So much is said.</summary>
    public required int Bytes { get; init; }
}
