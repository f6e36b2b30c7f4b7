namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>What a call of a function does that is not known to only read.</summary>
internal static class MySqlCalls
{
    /// <summary>Judges a call.</summary>
    /// <param name="name">Lower-case, with its schema where it has one.</param>
    /// <param name="findings">Where the verdict goes.</param>
    public static void Judge(string name, MySqlFindings findings)
    {
        switch (name)
        {
            case "sleep" or "benchmark":
                findings.Add("call", RiskTier.ServiceMutation, "keeps the server or the connection busy", name);
                break;
            case "get_lock" or "release_lock" or "release_all_locks":
                findings.Add("call", RiskTier.ServiceMutation, "takes or frees a lock that other clients wait for", name);
                break;
            case "master_pos_wait" or "source_pos_wait" or "master_gtid_wait" or "wait_for_executed_gtid_set" or "wait_until_sql_thread_after_gtids"
                or "wsrep_sync_wait_upto_gtid":
                findings.Add("call", RiskTier.ServiceMutation, "waits for replication", name);
                break;
            case "nextval" or "setval":
                findings.Add("call", RiskTier.DataMutation, "moves a sequence", name);
                break;
            case "default":
                findings.Add("call", RiskTier.ServiceMutation, "makes up a default value, which may move a sequence", name);
                break;
            case "last_insert_id":
                findings.Add("call", RiskTier.ServiceMutation, "sets what the session takes for its last id", name);
                break;
            case "lastval" or "currval":
                findings.Add("call", RiskTier.ServiceMutation, "uses a sequence", name);
                break;
            case "load_file":
                findings.Block("call", RiskTier.DestructiveMutation, "load_file reads a file of the database server.", name);
                break;
            case "sys_exec" or "sys_eval" or "sys_set" or "sys_get" or "sys_bineval":
                findings.Block("call", RiskTier.DataMutation, $"{name} runs a program on the database server.", name);
                break;
            default:
                findings.Add("call", RiskTier.DestructiveMutation, "calls a function that is not known to only read", name);
                break;
        }
    }
}
