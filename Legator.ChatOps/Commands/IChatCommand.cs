using Legator.ChatOps.Telegram;

namespace Legator.ChatOps.Commands;

/// <summary>One command that a bound chat can give.</summary>
internal interface IChatCommand
{
    /// <summary>Words that call it, with the slash, lower-case.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Its line in the help text.</summary>
    string Help { get; }

    /// <summary>Answers in plain text.</summary>
    /// <param name="arguments">What followed the name, by words.</param>
    /// <param name="caller">Whom the chat acts as.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<string> AnswerAsync(IReadOnlyList<string> arguments, ChatBinding caller, CancellationToken cancellationToken);
}
