using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Fields of rows that queries take apart: what the server's own functions return, and the names that everybody gives to a part of a row.</summary>
internal static class PostgresFields
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        ("n x y z i j k v key value val name id oid no num ord ordinality position lexeme positions weights element elem item data type kind code state status label text count total sum avg min max first last prev next "
        + "start finish lower upper begin size access modification change creation isdir table_len tuple_count tuple_len tuple_percent dead_tuple_count dead_tuple_len dead_tuple_percent free_space free_percent "
        + "version tree_level index_size root_block_no internal_pages leaf_pages empty_pages deleted_pages avg_leaf_density leaf_fragmentation approx_tuple_count approx_free_space scanned_percent "
        + "grantor grantee privilege_type is_grantable option_name option_value day month year hour minute second a b c d e f g h r s t u w file_name file_offset checkpoint_lsn redo_lsn timeline_id slot_name lsn").Split(' '),
        StringComparer.Ordinal);

    /// <summary>True for such a name, and for those that the server makes up: <c>f1</c>, <c>column2</c>.</summary>
    public static bool Are(string name) =>
        Names.Contains(name) || IsNumbered(name, "f") || IsNumbered(name, "c") || IsNumbered(name, "q") || IsNumbered(name, "column");

    private static bool IsNumbered(string name, string stem) =>
        name.Length > stem.Length && name.StartsWith(stem, StringComparison.Ordinal) && !name.AsSpan(stem.Length).ContainsAnyExceptInRange('0', '9');
}
