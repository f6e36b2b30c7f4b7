namespace Legator.Runner.Gate;

/// <summary>A permit was used that is worth nothing: a defect of the caller, never of what the model wrote.</summary>
internal sealed class PermitException(string message) : InvalidOperationException(message);
