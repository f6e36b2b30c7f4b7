namespace Legator.Core.Actions.Classification.Kubernetes.Lines;

/// <summary>How a flag's value is written.</summary>
internal enum KubectlFlagValue
{
    /// <summary>It is a switch: a value can only follow an equals sign.</summary>
    Switch,

    /// <summary>It must have a value, after an equals sign or in the next word.</summary>
    Required,

    /// <summary>A value can only follow an equals sign; without one it has a value of its own.</summary>
    Optional,
}
