using System.CommandLine;
using Legator.Backends.SkillSources;
using Legator.Backends.SkillSources.Registry;
using Legator.Core.Skills.Remote;

namespace Legator.Cli.Skills;

/// <summary>The registry that a command names. Whoever types the name decides where it is, so addresses inside of the network are allowed.</summary>
internal sealed class SkillRegistry(CliEnvironment environment)
{
    private const string UserVariable = "LEGATOR_REGISTRY_USERNAME";
    private const string PasswordVariable = "LEGATOR_REGISTRY_PASSWORD";

    public Option<bool> PlainHttp { get; } = new("--plain-http") { Description = "Speak to the registry without TLS." };

    public Option<string?> CaFile { get; } = new("--ca-file") { Description = "PEM certificates that the registry's must come from." };

    /// <summary>Reads a reference.</summary>
    public static RegistryReference Parse(string text) =>
        RegistryReference.TryParse(text, out var problem) ?? throw new CliException(problem!, ExitCodes.Usage);

    /// <summary>Runs a command against the registry, and says in words what went wrong.</summary>
    public async Task<int> UseAsync(ParseResult parsed, RegistryReference reference, Func<RegistryClient, Task> action)
    {
        try
        {
            var plain = parsed.GetValue(PlainHttp) ? new[] { reference.Host.ToString() } : [];
            var connections = new SourceConnections(new SkillSourceOptions { InternalHosts = ["*"], PlainHttpHosts = plain });
            using var client = new RegistryClient(connections, reference, Credential(parsed));
            await action(client);
            return ExitCodes.Ok;
        }
        catch (SkillSourceException e)
        {
            throw new CliException(e.Message);
        }
    }

    private SourceCredential? Credential(ParseResult parsed)
    {
        var authority = parsed.GetValue(CaFile) is { } file ? ReadAuthority(file) : null;
        var (user, password) = (environment.Variable(UserVariable), environment.Variable(PasswordVariable));
        return string.IsNullOrEmpty(password) ? authority is null ? null : new SourceCredential(null, null, authority) : new SourceCredential(user, password, authority);
    }

    private string ReadAuthority(string file)
    {
        var path = Path.Combine(environment.CurrentDirectory, file);
        return File.Exists(path) ? File.ReadAllText(path) : throw new CliException($"--ca-file {file}: there is no such file", ExitCodes.Usage);
    }
}
