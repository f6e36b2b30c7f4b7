namespace Legator.Backends.Journals;

/// <summary>Where the journal is kept: the connection string named <c>journal</c>.</summary>
internal sealed class RunJournalOptions
{
    public const string ConnectionName = "journal";

    public string ConnectionString { get; set; } = "";

    /// <summary>How often other processes' events are looked for where nothing tells of them. Default 250 ms.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(250);
}
