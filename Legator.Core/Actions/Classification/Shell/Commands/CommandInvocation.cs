using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands;

/// <summary>A command with its arguments, as the command table judges it. Redirections and assignments are judged by whoever walks the line.</summary>
/// <param name="Name">The command's name, without its directory when that is one of the system's (<c>/usr/bin/df</c> is <c>df</c>).</param>
/// <param name="Arguments">The words after the name.</param>
/// <param name="Scope">What surrounds it.</param>
public sealed record CommandInvocation(string Name, IReadOnlyList<ShellWord> Arguments, ShellScope Scope);
