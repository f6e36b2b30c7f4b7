namespace Legator.Web;

/// <summary>Who may use API and dashboard, and where sessions are kept; configuration section <c>Web</c>.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>The operator's token. Either this or <see cref="TokenFile"/>.</summary>
    public string? Token { get; set; }

    /// <summary>Path of a file that holds the operator's token; a local Legator uses <c>token</c> in its data directory.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Further tokens by the name of who holds them, e.g. <c>Web:Tokens:chatops</c>.</summary>
    public Dictionary<string, string> Tokens { get; set; } = [];

    /// <summary>Folder for the keys that sign session cookies. Without it a restart ends all sessions.</summary>
    public string? KeysDirectory { get; set; }

    /// <summary>Most deliveries of one webhook that are taken within a minute; more are answered 429. 0 for no limit. Default 600.</summary>
    public int WebhooksPerMinute { get; set; } = 600;

    /// <summary>How long a dashboard session lasts without use. Default 12 hours.</summary>
    public TimeSpan SessionLength { get; set; } = TimeSpan.FromHours(12);
}
