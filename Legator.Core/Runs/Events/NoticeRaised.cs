namespace Legator.Core.Runs.Events;

/// <summary>A tool met something that people should know of beyond the run, such as a host's key that changed. The Operator makes a Kubernetes Event of it, about the run, its agent and the environment.</summary>
/// <param name="IsWarning">True where something is wrong.</param>
/// <param name="Reason">CamelCase; documented in docs/tools.md.</param>
/// <param name="Environment">Name of the environment.</param>
/// <param name="Message">A sentence for people, without secrets.</param>
public sealed record NoticeRaised(bool IsWarning, string Reason, string Environment, string Message) : RunEventData;
