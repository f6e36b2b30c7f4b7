namespace Legator.Operator.Notifications;

/// <summary>How people are told; configuration section <c>Notifications</c>. Hosts are written <c>name</c>, <c>*.suffix</c> or <c>*</c>, with <c>:port</c> where only that port is meant.</summary>
internal sealed class NotificationOptions
{
    public const string Section = "Notifications";

    /// <summary>Where people find the dashboard, e.g. <c>https://legator.example.com</c>; messages link to it. Default empty: no links.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Hosts of channels that may have private and loopback addresses. Default none, so that a channel cannot be used to reach into the network. Addresses of clouds' metadata services are never asked.</summary>
    public string[] InternalHosts { get; set; } = [];

    /// <summary>Hosts of channels that are spoken to without TLS. Default none.</summary>
    public string[] PlainHosts { get; set; } = [];

    /// <summary>Messages of one agent to one channel in an hour, 0 to 10000; what is above is told of in a summary. 0 is no limit. Default 100.</summary>
    public int PerHour { get; set; } = 100;

    /// <summary>How long messages are held back before a summary tells of them, 1 s to 1 day. Default 10 min.</summary>
    public TimeSpan SummaryAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a delivery is tried before it is given up, 1 to 100. Default 14, which is about five hours.</summary>
    public int MaxAttempts { get; set; } = 14;

    /// <summary>Pause after the first failure, 100 ms to 1 h; it doubles with each one. Default 5 s.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest pause between two attempts, up to 1 day. Default 1 h.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long one attempt may take, 1 s to 1 min. Default 15 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long messages that were delivered or given up stay on view, 1 h to 1 year. Default 30 days.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Where Slack's Web API is. Default <c>https://slack.com</c>.</summary>
    public string SlackApi { get; set; } = "https://slack.com";

    /// <summary>Where Telegram's Bot API is. Default <c>https://api.telegram.org</c>.</summary>
    public string TelegramApi { get; set; } = "https://api.telegram.org";

    /// <summary>The mail server of channels whose Secret names none.</summary>
    public MailServerOptions Mail { get; set; } = new();
}
