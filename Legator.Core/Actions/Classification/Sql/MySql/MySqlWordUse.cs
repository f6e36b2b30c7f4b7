namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>What a bare word may be in a statement that only reads.</summary>
[Flags]
internal enum MySqlWordUse : byte
{
    /// <summary>A name like any other.</summary>
    Name = 0,

    /// <summary>A word of the grammar of queries, after which a parenthesis is not a call.</summary>
    Grammar = 1,

    /// <summary>A function that only reads.</summary>
    Function = 2,

    /// <summary>A reserved word of statements that change something; queries have it as a name after a dot only, or as a function.</summary>
    Foreign = 4,

    /// <summary>Means something only together with its neighbours: locking clauses, <c>INTO</c>, sequences.</summary>
    Special = 8,

    /// <summary>A type, which may have a size in parentheses where a type can stand.</summary>
    Type = 16,

    /// <summary>A value must follow it.</summary>
    Opens = 32,

    /// <summary>A value must stand before it.</summary>
    Follows = 64,

    /// <summary>Often a keyword, where a name could stand too.</summary>
    Between = 128,
}
