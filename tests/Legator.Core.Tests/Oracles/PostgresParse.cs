namespace Legator.Core.Tests.Oracles;

/// <summary>What PostgreSQL's own parser found in a text.</summary>
/// <param name="Error">Why the parser refuses it; null when it takes it.</param>
/// <param name="Statements">The kinds of its statements.</param>
/// <param name="Changes">The parts that would change rows.</param>
/// <param name="Functions">The functions that it calls, as they are written.</param>
/// <param name="Operators">The operators that it uses.</param>
/// <param name="Into">Whether a query makes a table.</param>
/// <param name="Locks">Whether a query locks rows.</param>
/// <param name="Writes">Whether it copies from anywhere, or to the server's machine.</param>
internal sealed record PostgresParse(
    string? Error, IReadOnlyList<string> Statements, IReadOnlyList<string> Changes, IReadOnlyList<string> Functions, IReadOnlyList<string> Operators, bool Into, bool Locks, bool Writes);
