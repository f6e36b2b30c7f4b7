using System.Text.Json.Serialization;

namespace Legator.Core.Guardrails;

/// <summary>What an entry of an action sheet makes stricter (<c>runtimeOverride</c>). It never makes anything milder.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SheetOverride>))]
public enum SheetOverride
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A person decides on every call that the entry covers, reads too.</summary>
    Approval,

    /// <summary>Whatever the entry covers is refused.</summary>
    Deny,
}
