namespace Legator.Core.Api;

/// <summary>Something that is wrong and wants a person.</summary>
/// <param name="Kind">Kind of the object, e.g. <c>LegatorAgent</c>.</param>
/// <param name="Namespace">Its namespace; empty for cluster-scoped kinds.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Machine-readable cause, CamelCase.</param>
/// <param name="Message">What is wrong and what to change.</param>
public sealed record StatusProblem(string Kind, string Namespace, string Name, string Reason, string Message);
