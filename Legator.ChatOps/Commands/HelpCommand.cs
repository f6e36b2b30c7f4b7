using Legator.ChatOps.Telegram;

namespace Legator.ChatOps.Commands;

/// <summary>Says what there is.</summary>
internal sealed class HelpCommand(IServiceProvider services) : IChatCommand
{
    public IReadOnlyList<string> Names => ["/help", "/start"];

    public string Help => "/help — this list";

    public Task<string> AnswerAsync(IReadOnlyList<string> arguments, ChatBinding caller, CancellationToken cancellationToken) =>
        Task.FromResult($"Legator. You act as {caller.Name}.\n{string.Join('\n', services.GetServices<IChatCommand>().Select(c => c.Help))}");
}
