namespace Legator.Core.Api;

/// <summary>Asks for a run of an agent; every field may be left out, and so may the body.</summary>
/// <param name="Task">What to do, in words; null for what the agent does on its schedule. At most 8192 characters.</param>
/// <param name="Target">What to do it to; null for all that the agent looks after. One line, at most 1024 characters.</param>
public sealed record RunRequest(string? Task = null, string? Target = null);
