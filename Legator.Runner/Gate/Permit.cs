using Legator.Core.Actions;
using Legator.Runner.Tools;

namespace Legator.Runner.Gate;

/// <summary>Leave to execute exactly one judged call, once. The only kind that <see cref="ToolGate"/> honours is a private class of its own, so nobody else can make one.</summary>
internal abstract class Permit
{
    /// <summary>Digest of the call that it was given for.</summary>
    public abstract ActionDigest Digest { get; }

    /// <summary>Uses the permit up.</summary>
    /// <exception cref="PermitException">It was used already, or is for another call.</exception>
    public abstract void Redeem(PreparedCall call);
}
