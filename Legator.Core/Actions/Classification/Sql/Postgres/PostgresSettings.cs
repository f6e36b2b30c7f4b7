using System.Collections.Frozen;
using System.Globalization;

namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Reads <c>SET</c> and <c>RESET</c>: settings that only say how this session plans or shows are reads; any other one could loosen something.</summary>
internal static class PostgresSettings
{
    private static readonly FrozenSet<string> Harmless = FrozenSet.ToFrozenSet(
    [
        "application_name", "bytea_output", "client_min_messages", "constraint_exclusion", "cpu_index_tuple_cost", "cpu_operator_cost", "cpu_tuple_cost",
        "cursor_tuple_fraction", "datestyle", "debug_print_plan", "default_statistics_target", "effective_cache_size", "effective_io_concurrency", "extra_float_digits",
        "from_collapse_limit", "geqo", "geqo_effort", "geqo_generations", "geqo_pool_size", "geqo_seed", "geqo_selection_bias", "geqo_threshold", "intervalstyle", "jit",
        "jit_above_cost", "jit_inline_above_cost", "jit_optimize_above_cost", "join_collapse_limit", "lc_messages", "lc_monetary", "lc_numeric", "lc_time",
        "min_parallel_index_scan_size", "min_parallel_table_scan_size", "parallel_leader_participation", "parallel_setup_cost", "parallel_tuple_cost", "plan_cache_mode",
        "quote_all_identifiers", "random_page_cost", "recursive_worktable_factor", "seq_page_cost", "timezone", "track_io_timing", "xmlbinary", "xmloption",
        "max_parallel_workers_per_gather", "default_text_search_config", "debug_parallel_query", "force_parallel_mode", "hash_mem_multiplier", "work_mem",
        "enable_async_append", "enable_bitmapscan", "enable_gathermerge", "enable_hashagg", "enable_hashjoin", "enable_incremental_sort", "enable_indexonlyscan", "enable_indexscan",
        "enable_material", "enable_memoize", "enable_mergejoin", "enable_nestloop", "enable_parallel_append", "enable_parallel_hash", "enable_partition_pruning",
        "enable_partitionwise_aggregate", "enable_partitionwise_join", "enable_presorted_aggregate", "enable_seqscan", "enable_sort", "enable_tidscan", "enable_group_by_reordering",
        "enable_distinct_reordering", "enable_self_join_elimination",
    ],
    StringComparer.Ordinal);

    /// <summary>Reads a <c>SET</c> or <c>RESET</c> statement.</summary>
    public static SqlFinding Read(PostgresText text, int at, int end)
    {
        var verb = text.Name(at);
        var name = at + 1;
        if (text[name].Keyword is PostgresKeyword.Session or PostgresKeyword.Local && text[name + 1].IsName)
        {
            name++;
        }

        if (text[name].Keyword == PostgresKeyword.Transaction)
        {
            return Transaction(text, name + 1, end);
        }

        if (text[name].Keyword == PostgresKeyword.Time && text.IsNamed(name + 1, "zone"))
        {
            return new SqlFinding(verb, RiskTier.Read);
        }

        var behind = text[name].IsName ? text.EndOfName(name) : name;
        var setting = behind > name ? text.QualifiedName(name, behind).ToLowerInvariant() : "?";
        var sets = behind < end && (text[behind].Keyword == PostgresKeyword.To || text.Spelling(behind) is "=");
        return (Harmless.Contains(setting) && (verb == "reset" ? behind == end : sets)) || (sets && IsShortTimeout(text, setting, behind + 1, end))
            ? new SqlFinding(verb, RiskTier.Read)
            : new SqlFinding(verb, Tier(setting)) { Effect = $"changes {setting} of the session" };
    }

    /// <summary>True when what names a setting, a plain text of a call, names one that holds no password.</summary>
    public static bool IsShown(PostgresText text, int at) =>
        text[at].Kind == PostgresTokenKind.Text && text.Spelling(at).StartsWith("'") && (text[at + 1].Is(')') || text[at + 1].Is(',') || text[at + 1].Is('t')) && !HoldsPassword(text.Spelling(at));

    /// <summary>True for a setting, or a list of them, that may hold a password.</summary>
    public static bool HoldsPassword(ReadOnlySpan<char> setting)
    {
        foreach (var part in (ReadOnlySpan<string>)["conninfo", "passphrase", "password", "secret", "jwt", "\\"])
        {
            if (setting.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return !setting.Contains("password_encryption", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    // A limit that is shorter than any that a tool has by itself loosens nothing; zero is none at all.
    private static bool IsShortTimeout(PostgresText text, string setting, int value, int end)
    {
        if (setting is not ("statement_timeout" or "lock_timeout" or "idle_in_transaction_session_timeout" or "transaction_timeout") || value + 1 != end)
        {
            return false;
        }

        var spelled = text.Spelling(value).Trim('\'');
        var unit = spelled.TrimStart("0123456789");
        return int.TryParse(spelled[..^unit.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            && amount > 0
            && (unit.Trim(' ') switch { "" or "ms" => amount, "s" => amount * 1000L, _ => long.MaxValue }) <= 30_000;
    }

    // Who the session is and whether it may write decide what everything after it may do.
    private static RiskTier Tier(string setting) =>
        setting is "role" or "authorization" or "characteristics" or "session_authorization" or "transaction_read_only" or "default_transaction_read_only" or "search_path" or "schema" or "all"
            or "standard_conforming_strings" or "backslash_quote" or "row_security" or "session_replication_role"
            ? RiskTier.DestructiveMutation
            : RiskTier.ServiceMutation;

    // A transaction may be made stricter.
    private static SqlFinding Transaction(PostgresText text, int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            if (!text[i].Is(',')
                && !(text[i].Kind == PostgresTokenKind.Word
                    && text.Name(i) is "isolation" or "level" or "serializable" or "repeatable" or "read" or "committed" or "uncommitted" or "only" or "not" or "deferrable"))
            {
                return new SqlFinding("set", RiskTier.DestructiveMutation) { Effect = "changes what the transaction may do" };
            }
        }

        return new SqlFinding("set", RiskTier.Read);
    }
}
