namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>What a server makes of a conditional comment: <c>/*!50000 … */</c>, <c>/*M! … */</c>.</summary>
internal enum MySqlCondition
{
    /// <summary>Its content is code, after a version of five digits if there is one.</summary>
    Code,

    /// <summary>It is a comment: the server is too old, or another product.</summary>
    Comment,

    /// <summary>Its content is code after a version of six digits.</summary>
    LongVersion,
}
