namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>How a server takes what the text alone does not decide.</summary>
/// <param name="Escapes">A backslash escapes inside single quotes; false with NO_BACKSLASH_ESCAPES.</param>
/// <param name="DoubleEscapes">A backslash escapes inside double quotes; false where they hold a name (ANSI_QUOTES).</param>
/// <param name="Conditions">What becomes of each conditional comment, two bits each, the first in the lowest: a <see cref="MySqlCondition"/>.</param>
internal readonly record struct MySqlMode(bool Escapes, bool DoubleEscapes, uint Conditions)
{
    /// <summary>A server as it comes, new enough for every conditional comment.</summary>
    public static MySqlMode Default { get; } = new(true, true, 0);

    /// <summary>What becomes of a conditional comment.</summary>
    public MySqlCondition Condition(int comment) => (MySqlCondition)((Conditions >> (2 * comment)) & 3);
}
