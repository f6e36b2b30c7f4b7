namespace Legator.Core.Resources.Environments;

/// <summary>Where messages go.</summary>
public sealed record ChannelSpec
{
    /// <summary>How it delivers.</summary>
    public required ChannelType Type { get; init; }

    /// <summary>By type: channel (slack), chat (telegram), URL (webhook), addresses with commas between (email), agent of the namespace (agent).</summary>
    public required string Target { get; init; }

    /// <summary>Name of the Secret with what the type needs: url or token (slack), token (telegram), secret to sign with (webhook), host and whatever else the mail server wants (email). The names of its fields are in docs/notifications.md.</summary>
    public string? SecretRef { get; init; }
}
