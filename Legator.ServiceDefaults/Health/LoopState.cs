namespace Legator.ServiceDefaults.Health;

internal sealed record LoopState(string Loop, LoopCondition State, string? Problem);
