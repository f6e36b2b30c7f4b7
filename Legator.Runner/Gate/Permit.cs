using Legator.Core.Actions;

namespace Legator.Runner.Gate;

/// <summary>Leave to execute exactly one judged call, once. The only kind that <see cref="ToolGate"/> honours is a private class of its own, so nobody else can make one.</summary>
internal abstract class Permit
{
    /// <summary>Digest of the call that it was given for.</summary>
    public abstract ActionDigest Digest { get; }
}
