namespace Legator.Core.Actions.Classification.Shell.Commands.Options;

/// <summary>What a command does with an operand or with the value of an option.</summary>
internal enum ArgumentRole
{
    /// <summary>Text that does no harm whatever it is.</summary>
    Text,

    /// <summary>A path of which only names, sizes and the like are shown.</summary>
    Inspect,

    /// <summary>A path whose content is counted, compared or named, and not shown.</summary>
    Glance,

    /// <summary>A path whose content is read.</summary>
    Read,

    /// <summary>A path whose content is read with everything below it.</summary>
    ReadTree,

    /// <summary>A path that is created or overwritten.</summary>
    Write,

    /// <summary>A path that is created, or left as it is where it exists.</summary>
    Make,

    /// <summary>A path that is removed.</summary>
    Remove,

    /// <summary>A path that is removed with everything below it.</summary>
    RemoveTree,

    /// <summary>A path whose owner, mode or attributes change.</summary>
    Change,

    /// <summary>An address that is called for reading.</summary>
    Url,

    /// <summary>Text that a shell runs.</summary>
    Script,

    /// <summary>Nothing that is known to be harmless.</summary>
    Unknown,
}
