using System.Collections.Concurrent;
using System.Globalization;
using LibGit2Sharp;

namespace Legator.Operator.Skills.Git;

/// <summary>The only way by which libgit2 reaches the network here: a scheme of its own, whose address is the number of a conversation.</summary>
internal sealed class GitTransport : RpcSmartSubtransport
{
    private const string Scheme = "legatorskill";
    private static readonly ConcurrentDictionary<long, GitConversation> Open = new();
    private static readonly Lazy<bool> Ready = new(Prepare);
    private static long last;

    /// <summary>Lends a conversation to libgit2.</summary>
    /// <param name="conversation">What is said and heard.</param>
    /// <param name="use">Is given the address to use.</param>
    public static T Lend<T>(GitConversation conversation, Func<string, T> use)
    {
        _ = Ready.Value;
        var number = Interlocked.Increment(ref last);
        Open[number] = conversation;
        try
        {
            return use(string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{number}/"));
        }
        finally
        {
            Open.TryRemove(number, out _);
        }
    }

    protected override SmartSubtransportStream Action(string url, GitSmartSubtransportAction action)
    {
        var number = long.Parse(new Uri(url).Host, CultureInfo.InvariantCulture);
        return action is GitSmartSubtransportAction.UploadPackList or GitSmartSubtransportAction.UploadPack && Open.TryGetValue(number, out var conversation)
            ? new GitTransportStream(this, conversation, action == GitSmartSubtransportAction.UploadPackList)
            : throw new InvalidOperationException("Repositories are only read.");
    }

    /// <summary>Nothing that the machine's own git settings say may lead a fetch elsewhere.</summary>
    private static bool Prepare()
    {
        foreach (var level in new[] { ConfigurationLevel.Global, ConfigurationLevel.Xdg, ConfigurationLevel.System, ConfigurationLevel.ProgramData })
        {
            GlobalSettings.SetConfigSearchPaths(level);
        }

        GlobalSettings.SetOwnerValidation(false);
        GlobalSettings.RegisterSmartSubtransport<GitTransport>(Scheme);
        return true;
    }
}
