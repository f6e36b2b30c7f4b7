namespace Legator.Runner.Tools.Sql;

/// <summary>What a database answered.</summary>
/// <param name="Text">Names and rows.</param>
/// <param name="MayWrite">The role has rights to change something, were it let.</param>
internal sealed record SqlReply(string Text, bool MayWrite);
