namespace Legator.Runner.Tests.Canary;

/// <summary>A call that the model of the canary run makes.</summary>
/// <param name="Tool">Tool name.</param>
/// <param name="Works">Whether the tool should do what it is asked.</param>
/// <param name="Arguments">Arguments.</param>
internal sealed record CanaryCall(string Tool, bool Works, object Arguments);
