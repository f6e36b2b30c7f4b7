using System.Text;
using System.Text.Json;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Backends.SkillSources;
using Legator.Core.Skills.Remote;

namespace Legator.Operator.Skills.Remote;

/// <summary>Reads what a source asks for out of a Secret of the agent's namespace, each time anew: nothing of it is kept.</summary>
internal sealed class SkillCredentials(ResourceClient<Secret> secrets)
{
    private const string DockerConfig = ".dockerconfigjson";

    /// <summary>The credential; null where the agent names none.</summary>
    /// <exception cref="SkillSourceException">The Secret cannot be used.</exception>
    public async Task<SourceCredential?> ReadAsync(string inNamespace, string? name, SourceHost host, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        try
        {
            var secret = await secrets.GetAsync(inNamespace, name, cancellationToken)
                ?? throw SkillSourceException.Refusing($"there is no Secret '{name}' in namespace '{inNamespace}': create it, or name one that exists");
            return Of(secret, host)
                ?? throw SkillSourceException.Refusing($"Secret '{name}' has neither username and password nor token, and no {DockerConfig} for {host}, nor ca.crt: add what {host} asks for");
        }
        catch (ClusterException e) when (e.IsForbidden || e.IsInvalid)
        {
            throw SkillSourceException.Refusing($"Secret '{name}' in namespace '{inNamespace}' cannot be read ({e.Reason}): correct the name, or let the Operator get Secrets there");
        }
    }

    private static SourceCredential? Of(Secret secret, SourceHost host)
    {
        var authority = secret.Text("ca.crt");
        var (user, password) = (secret.Text("username")?.Trim(), (secret.Text("password") ?? secret.Text("token"))?.Trim());
        if (password is null && secret.Text(DockerConfig) is { } config)
        {
            (user, password) = OfDocker(config, host);
        }

        // Git servers take any name with a token.
        return password is null ? authority is null ? null : new SourceCredential(null, null, authority) : new SourceCredential(user ?? "git", password, authority);
    }

    private static (string? User, string? Password) OfDocker(string config, SourceHost host)
    {
        try
        {
            using var document = JsonDocument.Parse(config);
            foreach (var entry in document.RootElement.GetProperty("auths").EnumerateObject().Where(entry => IsFor(entry.Name, host)))
            {
                if (entry.Value.TryGetProperty("auth", out var auth) && Encoding.UTF8.GetString(auth.GetBytesFromBase64()).Split(':', 2) is [var user, var password])
                {
                    return (user, password);
                }

                return (entry.Value.GetProperty("username").GetString(), entry.Value.GetProperty("password").GetString());
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw SkillSourceException.Refusing($"{DockerConfig} of the Secret cannot be read: write what 'docker login' writes");
        }

        return (null, null);
    }

    private static bool IsFor(string entry, SourceHost host)
    {
        var bare = entry.Contains("://", StringComparison.Ordinal) ? entry[(entry.IndexOf("://", StringComparison.Ordinal) + 3)..] : entry;
        return bare.Split('/')[0].Equals(host.ToString(), StringComparison.OrdinalIgnoreCase);
    }
}
