namespace Legator.Core.Actions.Classification.Kubernetes.Lines;

/// <summary>A flag of kubectl.</summary>
/// <param name="Name">Long name, without dashes.</param>
/// <param name="Letter">Its letter; NUL when it has none.</param>
/// <param name="Takes">How its value is written.</param>
internal sealed record KubectlFlag(string Name, char Letter, KubectlFlagValue Takes);
