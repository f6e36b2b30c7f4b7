namespace Legator.Runner.Tools.Ssh;

/// <summary>A host that cannot be used; the message is for the model and names no secret.</summary>
internal sealed class SshProblemException(string message) : IOException(message);
