using System.Collections.Concurrent;
using Legator.Backends.SkillSources;
using Legator.Backends.SkillSources.Registry;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills;
using Legator.Core.Skills.Remote;
using Legator.Operator.Skills.Git;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Skills.Remote;

/// <summary>Asks git servers and registries. What a commit or digest holds is asked once; what a branch or tag stands for, each time.</summary>
internal sealed class SkillFetcher(SourceConnections connections, SkillCredentials credentials, IOptions<SkillSourceOptions> options, TimeProvider time) : IDisposable
{
    private const int MostRemembered = 500;
    private readonly SemaphoreSlim _git = new(2);
    private readonly ConcurrentDictionary<string, SkillFiles> _known = new(StringComparer.Ordinal);

    public void Dispose() => _git.Dispose();

    /// <summary>The commit or digest that a source stands for now.</summary>
    /// <exception cref="SkillSourceException">It cannot be told.</exception>
    public Task<string> ResolveAsync(string inNamespace, SkillRef reference, SkillSource source, CancellationToken cancellationToken) =>
        BoundedAsync(inNamespace, reference, source, cancellationToken, async (credential, token) =>
        {
            if (source.Git is { } git)
            {
                return (await GitAsync(git, credential, repository => repository.Resolve(), token)).Commit;
            }

            using var client = new RegistryClient(connections, source.Registry!, credential);
            return source.Registry!.Digest ?? (await client.ManifestAsync(source.Registry.Tag, token)).Digest;
        });

    /// <summary>The files of a skill at a commit or digest.</summary>
    /// <exception cref="SkillSourceException">They cannot be had, or must not be used.</exception>
    public async Task<SkillFiles> FilesAsync(string inNamespace, SkillRef reference, SkillSource source, string resolved, CancellationToken cancellationToken)
    {
        // Whoever may see it is part of the key: nobody gets by another's credential what is not theirs.
        var key = $"{inNamespace}|{reference.SecretRef}|{(source.Git is { } git ? $"{git}" : $"{source.Registry!.Host}/{source.Registry.Repository}")}|{resolved}";
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var files = await BoundedAsync(inNamespace, reference, source, cancellationToken, async (credential, token) =>
            SkillFiles.FromFolder(source.Git?.ToString() ?? source.Registry!.ToString(), source.Git is { } address
                ? await GitAsync(address, credential, repository => repository.Files(Tip(repository, address, resolved)), token)
                : await RegistryAsync(source.Registry!, credential, resolved, token)));
        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        return _known[key] = files;
    }

    private async Task<IReadOnlyDictionary<string, byte[]>> RegistryAsync(RegistryReference registry, SourceCredential? credential, string digest, CancellationToken cancellationToken)
    {
        using var client = new RegistryClient(connections, registry, credential);
        return await client.FilesAsync((await client.ManifestAsync(digest, cancellationToken)).Manifest, cancellationToken);
    }

    /// <summary>A branch or tag that still stands for the commit is fetched by its name, which every server allows.</summary>
    private static GitTip Tip(GitRepository repository, GitAddress address, string commit) =>
        !address.IsCommit && repository.Resolve() is { } tip && tip.Commit == commit ? tip : new GitTip(null, commit);

    /// <summary>libgit2 waits for the network on its thread, so few of its conversations run at a time.</summary>
    private async Task<T> GitAsync<T>(GitAddress address, SourceCredential? credential, Func<GitRepository, T> use, CancellationToken cancellationToken)
    {
        await _git.WaitAsync(cancellationToken);
        try
        {
            var repository = new GitRepository(connections, address, credential, options.Value.MostMegabytes * 1024L * 1024, cancellationToken);
            return await Task.Run(() => use(repository), cancellationToken);
        }
        finally
        {
            _git.Release();
        }
    }

    private async Task<T> BoundedAsync<T>(string inNamespace, SkillRef reference, SkillSource source, CancellationToken cancellationToken, Func<SourceCredential?, CancellationToken, Task<T>> ask)
    {
        var host = source.Git?.Host ?? source.Registry!.Host;
        using var deadline = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var credential = await credentials.ReadAsync(inNamespace, reference.SecretRef, host, either.Token);
            return await ask(credential, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SkillSourceException($"{host} does not come to an end within {options.Value.Timeout.TotalSeconds:F0} s");
        }
    }
}
