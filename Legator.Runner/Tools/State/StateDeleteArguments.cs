using System.ComponentModel;

namespace Legator.Runner.Tools.State;

internal sealed record StateDeleteArguments
{
    [Description("Key of the note.")]
    public required string Key { get; init; }
}
