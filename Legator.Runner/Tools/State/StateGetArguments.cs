using System.ComponentModel;

namespace Legator.Runner.Tools.State;

internal sealed record StateGetArguments
{
    [Description("Key of the note.")]
    public required string Key { get; init; }
}
