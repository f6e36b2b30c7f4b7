using System.Text.Json.Serialization;

namespace Legator.Core.Rollbacks;

/// <summary>What would become of a call of an undo.</summary>
public enum UndoFate
{
    /// <summary>It would be made.</summary>
    [JsonStringEnumMemberName("made")]
    Made,

    /// <summary>A person would be asked first.</summary>
    [JsonStringEnumMemberName("asked")]
    Asked,

    /// <summary>It would be left out, since there is nothing to take back any more.</summary>
    [JsonStringEnumMemberName("left-out")]
    LeftOut,

    /// <summary>A guardrail would refuse it.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}
