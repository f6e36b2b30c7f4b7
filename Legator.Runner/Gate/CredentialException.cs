namespace Legator.Runner.Gate;

/// <summary>A credential cannot be had. The message names the credential, the field and the fix, never a value: the model may read it.</summary>
internal sealed class CredentialException(string message) : InvalidOperationException(message);
