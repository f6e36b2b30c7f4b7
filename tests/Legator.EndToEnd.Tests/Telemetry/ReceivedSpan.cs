namespace Legator.EndToEnd.Tests.Telemetry;

/// <summary>One span as it came over the wire.</summary>
/// <param name="Service">Who sent it.</param>
/// <param name="Trace">Id of its trace.</param>
/// <param name="Id">Its own id.</param>
/// <param name="Parent">Id of its parent; empty for none.</param>
/// <param name="Name">What was done.</param>
/// <param name="Attributes">Names of its attributes, with the values of those that are texts.</param>
internal sealed record ReceivedSpan(string Service, string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Attributes);
