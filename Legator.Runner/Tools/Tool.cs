using System.Text.Json;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools;

/// <summary>Something that a run may ask for. It turns arguments into a prepared call and does nothing else by itself: the gate judges the call and executes it.</summary>
internal abstract class Tool
{
    /// <summary>Name, unique among all tools: <c>kubectl.get</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it does and gives back, for the model.</summary>
    public abstract string Description { get; }

    /// <summary>JSON schema of the arguments.</summary>
    public abstract JsonElement Schema { get; }

    /// <summary>Longest that one execution may take.</summary>
    public virtual TimeSpan Timeout => TimeSpan.FromSeconds(30);

    /// <summary>Reads the arguments strictly, and does no more. What is no type of ours is left to <see cref="PrepareAsync"/>.</summary>
    /// <exception cref="ToolInputException">The arguments do not fit.</exception>
    public virtual void Check(JsonElement arguments)
    {
    }

    /// <summary>Reads the arguments strictly and says what the call would do. May look at the world and never changes it.</summary>
    /// <exception cref="ToolInputException">The arguments do not fit, or nobody can say what the call would do.</exception>
    public abstract Task<PreparedCall> PrepareAsync(JsonElement arguments, RunScope scope, CancellationToken cancellationToken);
}
