namespace Legator.Runner.Tests.Scenarios;

/// <summary>Stands for kill -9: nothing of the session runs after it.</summary>
internal sealed class RunnerDiedException : Exception;
