namespace Legator.Core.Resources.Environments;

/// <summary>Where messages go.</summary>
public sealed record ChannelSpec
{
    /// <summary>How it delivers.</summary>
    public required ChannelType Type { get; init; }

    /// <summary>Chat, channel, URL or agent, by type.</summary>
    public required string Target { get; init; }

    /// <summary>Name of the Secret that it needs.</summary>
    public string? SecretRef { get; init; }
}
