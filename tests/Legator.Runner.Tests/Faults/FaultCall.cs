using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;

namespace Legator.Runner.Tests.Faults;

/// <summary>A call of a tool that a faulty server gets.</summary>
/// <param name="Name">What the test calls it.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">The call's arguments, given the server's port.</param>
public sealed record FaultCall(string Name, string Tool, Func<int, object> Arguments)
{
    /// <summary>What the server says rightly before its fault.</summary>
    public byte[] Preamble { get; init; } = [];

    /// <summary>True where the server of the protocol speaks first.</summary>
    public bool ServerSpeaksFirst { get; init; }

    /// <summary>Credentials of the environment, given the server's port.</summary>
    public Func<int, (string Name, CredentialType Type, Dictionary<string, string> Fields)>? Credential { get; init; }

    /// <summary>Longest that the call may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Faults that are none for this call: to end after the head is how its server ends an answer, say.</summary>
    public IReadOnlyList<Fault> Bears { get; init; } = [];

    public override string ToString() => Name;

    internal RunScope Scope(int port)
    {
        var scope = Gates.Scope() with { Environment = new EnvironmentFacts { Endpoints = new Dictionary<string, Uri> { ["site"] = new($"http://127.0.0.1:{port}") } } };
        return Credential?.Invoke(port) is not { } credential ? scope : scope with
        {
            Credentials = new Dictionary<string, ICredentialHandle> { [credential.Name] = new SecretCredential(credential.Name, credential.Type, credential.Fields) },
        };
    }
}
