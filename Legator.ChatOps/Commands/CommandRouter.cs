using System.Globalization;
using Legator.ChatOps.Gateway;
using Legator.ChatOps.Telegram;

namespace Legator.ChatOps.Commands;

/// <summary>Finds who speaks and what is wanted. A chat that is not bound gets no further than here.</summary>
internal sealed partial class CommandRouter(ChatBindings bindings, IEnumerable<IChatCommand> commands, ILogger<CommandRouter> logger)
{
    private readonly Dictionary<string, IChatCommand> byName = commands.SelectMany(c => c.Names.Select(n => (n, c))).ToDictionary(x => x.n, x => x.c, StringComparer.Ordinal);

    /// <summary>Answers a message; null for one that is no command.</summary>
    public async Task<string?> AnswerAsync(long chatId, string text, CancellationToken cancellationToken)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is not [['/', _, ..] first, .. var arguments])
        {
            return null;
        }

        if (bindings.Find(chatId) is not { } caller)
        {
            Log.Unbound(logger, chatId);
            return string.Create(CultureInfo.InvariantCulture, $"This chat is not authorised to speak to Legator. Its number is {chatId}; whoever runs Legator can bind it.");
        }

        // In groups Telegram appends the bot's name: /status@legator_bot.
        var name = first.Split('@')[0].ToLowerInvariant();
        if (!byName.TryGetValue(name, out var command))
        {
            return "Unknown command. /help lists what there is.";
        }

        Log.Command(logger, name, caller.Subject!);
        try
        {
            return await command.AnswerAsync(arguments, caller, cancellationToken);
        }
        catch (GatewayException e)
        {
            return $"{name} failed: {e.Message}";
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, e, name);
            return $"{name} failed. The log of Legator's chat service says why.";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(8020, LogLevel.Information, "Chat command {Command} from {Subject}")]
        public static partial void Command(ILogger logger, string command, string subject);

        [LoggerMessage(8021, LogLevel.Warning, "A command from chat {ChatId}, which is not bound, was refused")]
        public static partial void Unbound(ILogger logger, long chatId);

        [LoggerMessage(8022, LogLevel.Error, "Chat command {Command} failed")]
        public static partial void Failed(ILogger logger, Exception e, string command);
    }
}
