using System.Text.Json;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools;

/// <summary>A tool whose arguments have a type: the schema is made from it, and nothing that does not fit it gets further.</summary>
internal abstract class Tool<TArguments> : Tool
    where TArguments : class
{
    private static readonly JsonElement ArgumentSchema = ToolArguments.Schema<TArguments>();

    public sealed override JsonElement Schema => ArgumentSchema;

    public sealed override void Check(JsonElement arguments) => ToolArguments.Read<TArguments>(arguments);

    public sealed override Task<PreparedCall> PrepareAsync(JsonElement arguments, RunScope scope, CancellationToken cancellationToken) =>
        PrepareAsync(ToolArguments.Read<TArguments>(arguments), scope, cancellationToken);

    /// <summary>Says what a call with these arguments would do.</summary>
    protected abstract Task<PreparedCall> PrepareAsync(TArguments arguments, RunScope scope, CancellationToken cancellationToken);
}
