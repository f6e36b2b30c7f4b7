namespace Legator.Core.Api;

/// <summary>Paths of the HTTP API, for its server and its clients.</summary>
public static class ApiPaths
{
    /// <summary>Prefix of all paths.</summary>
    public const string Root = "/api/v1";

    /// <summary>The agents.</summary>
    public const string Agents = Root + "/agents";

    /// <summary>The runs, newest first.</summary>
    public const string Runs = Root + "/runs";

    /// <summary>What waits for people's decisions, and what they decided.</summary>
    public const string Approvals = Root + "/approvals";

    /// <summary>Whose signatures stand under the journal.</summary>
    public const string AuditKey = Root + "/audit/key";

    /// <summary>Checks the whole journal: lines of JSON that end with a report.</summary>
    public const string AuditVerification = Root + "/audit/verification";

    /// <summary>The whole journal with its checkpoints, to be checked elsewhere.</summary>
    public const string AuditBundle = Root + "/audit/bundle";

    /// <summary>Messages to people, and what became of them.</summary>
    public const string Notifications = Root + "/notifications";

    /// <summary>What the run queue holds.</summary>
    public const string Queue = Root + "/queue";

    /// <summary>What was unusual of late.</summary>
    public const string Anomalies = Root + "/anomalies";

    /// <summary>The state of the whole installation.</summary>
    public const string Status = Root + "/status";

    /// <summary>Whom the API takes the caller for.</summary>
    public const string Me = Root + "/me";

    /// <summary>Where programs outside start runs; the source follows.</summary>
    public const string Webhooks = "/webhook";

    /// <summary>One agent.</summary>
    public static string Agent(string name) => $"{Agents}/{Uri.EscapeDataString(name)}";

    /// <summary>Where to ask for a run of an agent.</summary>
    public static string AgentRun(string name) => $"{Agent(name)}/run";

    /// <summary>One run.</summary>
    public static string Run(string name) => $"{Runs}/{Uri.EscapeDataString(name)}";

    /// <summary>How a run's changes are taken back, and where to ask for it.</summary>
    public static string Undo(string name) => $"{Run(name)}/undo";

    /// <summary>Where to ask for the end of a run.</summary>
    public static string Cancel(string name) => $"{Run(name)}/cancel";

    /// <summary>One approval.</summary>
    public static string Approval(string name) => $"{Approvals}/{Uri.EscapeDataString(name)}";

    /// <summary>One message.</summary>
    public static string Notification(string id) => $"{Notifications}/{Uri.EscapeDataString(id)}";

    /// <summary>One webhook.</summary>
    public static string Webhook(string source) => $"{Webhooks}/{string.Join('/', source.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>A queue entry that was given up.</summary>
    public static string DeadLetter(string id) => $"{Queue}/dead/{Uri.EscapeDataString(id)}";

    /// <summary>A run's journal.</summary>
    public static string Journal(string name) => $"{Run(name)}/journal";
}
