namespace Legator.ChatOps.Telegram;

/// <summary>Whom a chat acts as. A binding is for a chat: every member of a bound group acts as that identity.</summary>
internal sealed record ChatBinding
{
    public long ChatId { get; init; }

    /// <summary>Default: <c>telegram:CHATID</c>.</summary>
    public string? Subject { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string>? Groups { get; init; }
}
