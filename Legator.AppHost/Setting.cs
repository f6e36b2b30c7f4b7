namespace Legator.AppHost;

/// <summary>Configuration keys that the composition sets; each is documented where its options class is.</summary>
internal static class Setting
{
    /// <summary>Path of the kubeconfig; unset means in-cluster.</summary>
    public const string Kubeconfig = "Cluster:Kubeconfig";

    /// <summary>File that holds the API token.</summary>
    public const string ApiTokenFile = "Web:TokenFile";

    /// <summary>The API token itself, where it comes from a secret store.</summary>
    public const string ApiToken = "Web:Token";

    /// <summary>The API token of ChatOps.</summary>
    public const string ChatOpsApiToken = "Web:Tokens:chatops";

    /// <summary>The same token on the side of ChatOps.</summary>
    public const string ChatOpsToken = "ChatOps:Telegram:ApiToken";

    /// <summary>Where ChatOps finds the API.</summary>
    public const string ChatOpsApiBaseUrl = "ChatOps:Telegram:ApiBaseUrl";

    /// <summary>File that keeps which chat messages were answered.</summary>
    public const string ChatOpsState = "ChatOps:Telegram:StateFile";

    /// <summary>The bot's token; ChatOps is off without it.</summary>
    public const string TelegramBotToken = "ChatOps:Telegram:BotToken";

    /// <summary>Which chats act as whom: a JSON array.</summary>
    public const string TelegramBindings = "ChatOps:Telegram:Bindings";

    /// <summary>What the journal calls a runner process.</summary>
    public const string RunnerId = "Runner:Id";

    /// <summary>ServiceAccount that makes dry runs for people who approve changes.</summary>
    public const string Previewer = "Runner:Previewer";

    /// <summary>Lets one Operator replica act at a time.</summary>
    public const string LeaderElection = "Operator:LeaderElection";

    /// <summary>ClusterRole of agents whose ServiceAccount nobody made.</summary>
    public const string AgentClusterRole = "Operator:AgentClusterRole";

    /// <summary>Folder of the keys that sign dashboard sessions.</summary>
    public const string SessionKeys = "Web:KeysDirectory";

    /// <summary>The key of a connection string.</summary>
    public static string ConnectionString(string name) => $"ConnectionStrings:{name}";

    /// <summary>The same key as an environment variable.</summary>
    public static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
