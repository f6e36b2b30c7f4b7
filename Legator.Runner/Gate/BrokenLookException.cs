namespace Legator.Runner.Gate;

/// <summary>A look ended with an exception when the run was recorded, and so it does again.</summary>
internal sealed class BrokenLookException(string broke) : Exception($"It ended with {broke} when the run was recorded.")
{
    /// <summary>Name of the exception.</summary>
    public string Broke { get; } = broke;
}
