namespace Legator.Runner.Tools.Delegation;

/// <summary>How urgent a task is; tells its reader and orders nothing else.</summary>
internal enum TaskPriority
{
    Low,
    Normal,
    High,
    Critical,
}
