using Legator.Backends.SkillSources;
using Legator.Core.Skills.Remote;
using LibGit2Sharp;

namespace Legator.Operator.Skills.Git;

/// <summary>Reads one folder of one commit of a repository. Nothing is checked out: names, links and submodules of a hostile repository never become files of this machine, and nothing of it is executed.</summary>
internal sealed class GitRepository(SourceConnections connections, GitAddress address, SourceCredential? credential, long mostBytes, CancellationToken cancellationToken)
{
    private const int MostObjects = 500_000;
    private const string Fetched = "refs/legator/skill";
    private const string Remote = "source";

    /// <summary>What the reference of the address stands for now.</summary>
    /// <exception cref="SkillSourceException">The server cannot be asked, or has no such reference.</exception>
    public GitTip Resolve() => address.IsCommit ? new GitTip(null, address.Ref!) : Talk((url, _) =>
    {
        var references = Repository.ListRemoteReferences(url).OfType<Reference>().ToDictionary(reference => reference.CanonicalName, StringComparer.Ordinal);
        string[] names = address.Ref is { } name ? [$"refs/tags/{name}", $"refs/heads/{name}", $"refs/{name}", name] : ["HEAD"];
        var found = names.Select(candidate => references.GetValueOrDefault(candidate)).FirstOrDefault(reference => reference is not null)
            ?? throw SkillSourceException.Refusing(address.Ref is null ? $"{address.Host}/{address.Repository} is empty" : $"{address.Host}/{address.Repository} has no branch and no tag '{address.Ref}' (a commit has to be named by its whole id)");
        var peeled = references.GetValueOrDefault(found.CanonicalName + "^{}") ?? found;
        return new GitTip(found.CanonicalName, peeled.ResolveToDirectReference().TargetIdentifier);
    });

    /// <summary>The files that a skill is made of, at a tip.</summary>
    /// <exception cref="SkillSourceException">They cannot be had, or must not be used.</exception>
    public IReadOnlyDictionary<string, byte[]> Files(GitTip tip)
    {
        var folder = Directory.CreateTempSubdirectory("legator-skill-");
        try
        {
            using var repository = new Repository(Repository.Init(folder.FullName, isBare: true));
            return GitFolder.Read(repository, Commit(repository, tip), address);
        }
        catch (LibGit2SharpException e)
        {
            throw SkillSourceException.Refusing($"{address.Host}/{address.Repository} is damaged ({e.Message.ReplaceLineEndings(" ")})");
        }
        finally
        {
            Delete(folder);
        }
    }

    private Commit Commit(Repository repository, GitTip tip)
    {
        // Not every server gives a commit by its id; then everything is fetched that it has names for.
        var found = tip.Name is null ? Try(() => Fetch(repository, [$"+{tip.Commit}:{Fetched}"], depth: 1)) : Fetch(repository, [$"+{tip.Name}:{Fetched}"], depth: 1);
        var commit = found ? repository.Lookup<Commit>(tip.Commit) : null;
        if (commit is null)
        {
            Fetch(repository, ["+refs/heads/*:refs/legator/heads/*", "+refs/tags/*:refs/legator/tags/*"], depth: 0);
            commit = repository.Lookup<Commit>(tip.Commit);
        }

        return commit ?? throw SkillSourceException.Refusing($"{address.Host}/{address.Repository} has no commit {tip.Commit} any more");
    }

    private bool Fetch(Repository repository, string[] what, int depth) => Talk((url, conversation) =>
    {
        var options = new FetchOptions
        {
            TagFetchMode = TagFetchMode.None,
            Prune = false,
            Depth = depth,
            OnTransferProgress = progress => progress.TotalObjects <= MostObjects && !cancellationToken.IsCancellationRequested,
        };
        repository.Network.Remotes.Remove(Remote);
        repository.Network.Remotes.Add(Remote, url, what[0]);
        Commands.Fetch(repository, Remote, what, options, null);
        return conversation.Fault is null;
    });

    private static bool Try(Func<bool> fetch)
    {
        try
        {
            return fetch();
        }
        catch (SkillSourceException e) when (e.Refused)
        {
            return false;
        }
    }

    private T Talk<T>(Func<string, GitConversation, T> action)
    {
        using var conversation = new GitConversation(connections, address, credential, mostBytes, cancellationToken);
        try
        {
            return GitTransport.Lend(conversation, url => action(url, conversation));
        }
        catch (Exception e) when (e is not SkillSourceException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw conversation.Explain(e);
        }
    }

    private static void Delete(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        folder.Delete(recursive: true);
    }
}
