namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>What an open parenthesis, or the whole statement, is.</summary>
internal struct MySqlFrame
{
    /// <summary>The function that the parenthesis belongs to, as far as it changes what its words mean.</summary>
    public MySqlFrameKind Kind;

    /// <summary>A <c>SELECT</c> stands in it, so that its <c>FROM</c> names tables.</summary>
    public bool Query;

    /// <summary>The list of tables is not over yet: a comma brings another one.</summary>
    public bool Tables;

    /// <summary>The next name is a table's.</summary>
    public bool TableNext;
}
