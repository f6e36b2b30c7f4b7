using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Databases;

/// <summary>Databases and queues. Their shells are never run on a host: sql.query exists for that.</summary>
internal static class DatabaseCommands
{
    private const RiskTier Service = RiskTier.ServiceMutation;
    private const RiskTier Destructive = RiskTier.DestructiveMutation;
    private const RiskTier Data = RiskTier.DataMutation;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        .. Shells(),
        .. Sql(),
        .. Queues(),
    ];

    private static IEnumerable<CommandModel> Shells() =>
    [
        new("psql pgcli mysql mysqlsh mycli mariadb mongo mongosh redis-cli valkey-cli keydb-cli sqlite sqlite3 litecli clickhouse-client clickhouse-local clickhouse cqlsh sqlplus sqlcl sqlcmd isql usql influx-shell cypher-shell duckdb cockroach arangosh couchbase-cli cbq impala-shell hive beeline presto trino spanner-cli tdsql bsqldb tsql db2 gbase fdbcli aerospike aql isql-fb rqlite immuclient")
        {
            Blocked = "A database's shell can do anything to its data; use sql.query.",
        },
    ];

    private static IEnumerable<CommandModel> Sql() =>
    [
        CommandModel.Shows("pg_isready pg_lsclusters pg_config"),
        CommandModel.Reads("pg_controldata pg_checksums", "-D.cV --pgdata. --check", ArgumentRole.Inspect),
        CommandModel.Reads("pg_waldump", "-b -f -n: -p. -r: -s: -e: -t: -x: -z -q --stats? --limit= --path. --rmgr= --start= --end=", ArgumentRole.Inspect),
        new("pg_ctl pg_ctlcluster") { AnyOption = true, Options = "-D.m:l>wt:sVo:", Operands = ArgumentRole.Text, Judge = Ctl },
        CommandModel.Does("dropdb dropuser pg_dropcluster pg_resetwal pg_resetxlog pg_restore pg_rewind pg_upgrade pg_upgradecluster pg_renamecluster initdb pg_createcluster vacuumlo mysqlimport mysql_upgrade mysql_install_db mariadb-upgrade mariadb-import mariadb-install-db mongorestore mongoimport myloader sstableloader pg_archivecleanup myisamchk aria_chk pt-archiver pt-online-schema-change pt-table-sync gh-ost liquibase flyway alembic goose dbmate sqlldr imp impdp mysql_secure_installation redis-check-aof redis-check-rdb", Data, "data is changed or removed", "write"),
        CommandModel.Does("createdb createuser reindexdb clusterdb vacuumdb pgbench pgloader pg_repack pg_basebackup pg_dump pg_dumpall pg_receivewal pg_recvlogical mysqldump mariadb-dump mysqlpump mydumper mongodump mongoexport mysqlhotcopy mysqlslap mysqlbinlog mysqlcheck mysqlrepair mysqloptimize mariadb-check mariadb-binlog influxd exp expdp pgbouncer postgres mysqld mysqld_safe mongod mongos redis-server redis-benchmark redis-sentinel", Destructive, "data is read as a whole, or the database works for it", "run"),
        CommandModel.Reads("mysqladmin mariadb-admin", "-h:P:S:u:p?vsri:c:wE --host= --port= --socket= --user= --password? --protocol= --verbose --silent --sleep= --count= --wait? --connect-timeout= --ssl-mode= --version --no-defaults --vertical", ArgumentRole.Text) with { Judge = Admin },
        CommandModel.Reads("mysqlshow", "-h:P:S:u:p?vkti --host= --port= --socket= --user= --password? --status --keys --count", ArgumentRole.Text),
        CommandModel.Shows("mysqldumpslow innotop mytop pg_top mongostat mongotop pg_test_timing", ArgumentRole.Read),
        CommandModel.Reads("mysqltuner mysqltuner.pl", "--host= --user= --pass= --nocolor --buffers --socket= --port="),
        CommandModel.Reads("pgbackrest", "--stanza= --output= --set= --log-level-console= --config.") with { Style = OptionStyle.Posix, Subcommands = [CommandModel.Reads("info version help", "--stanza= --output= --set= --log-level-console= --config."), CommandModel.Does("backup check start stop archive-push archive-get server verify", Destructive, "backups are made or read"), CommandModel.Does("restore expire stanza-create stanza-delete stanza-upgrade repo-rm repo-put", Data, "backups are data, or replace it")] },
        new("nodetool") { Options = "-h: -p: -u: -pw: -pwf: --host= --port= --username=", Style = OptionStyle.Words, Subcommands = [CommandModel.Shows("status info tpstats ring describecluster gossipinfo netstats compactionstats compactionhistory tablestats cfstats tablehistograms cfhistograms proxyhistograms version statusgossip statusbinary statusbackup listsnapshots getendpoints getcompactionthreshold getstreamthroughput getlogginglevels describering failuredetector gettimeout toppartitions"), CommandModel.Does("flush drain repair cleanup compact upgradesstables rebuild scrub verify setlogginglevel setcompactionthroughput setstreamthroughput enableautocompaction disableautocompaction enablegossip disablegossip enablebinary disablebinary stop reloadlocalschema refresh snapshot stopdaemon garbagecollect", Service, "the cluster works on its data"), CommandModel.Does("decommission removenode assassinate clearsnapshot truncatehints move import", Data, "the cluster loses data")] },
        new("influx") { Options = "--host= --org= -o: --json --hide-headers --skip-verify", SharesOptions = true, Subcommands = [CommandModel.Shows("ping version"), CommandModel.Does("delete restore", Data, "points are data"), new("bucket") { SharesOptions = true, Subcommands = [CommandModel.Shows("list ls"), CommandModel.Does("delete update", Data, "a bucket holds data"), CommandModel.Does("create", Service, "a bucket is added")] }] },
        new("curator elasticdump influx_inspect") { Operands = ArgumentRole.Unknown, Options = "--version" },
        CommandModel.Reads("patronictl", "-c<d:k --config-file= --dcs-url=") with { Style = OptionStyle.Posix, Subcommands = [CommandModel.Shows("list topology history show-config version"), CommandModel.Does("restart reload switchover failover pause resume edit-config", Service, "the cluster changes"), CommandModel.Does("reinit remove flush query dsn", Data, "a member loses its data")] },
        new("repmgr") { Options = "-f<", Subcommands = [new("cluster") { Subcommands = [CommandModel.Shows("show matrix crosscheck event")] }, new("node") { Subcommands = [CommandModel.Shows("status check")] }] },
    ];

    private static IEnumerable<CommandModel> Queues() =>
    [
        new("rabbitmqctl rabbitmq-diagnostics rabbitmq-queues rabbitmq-streams rabbitmq-plugins rabbitmq-upgrade")
        {
            Options = "-n:p:qslt: --node= --vhost= --quiet --silent --longnames --timeout= --formatter= --offline --online --local --no-table-headers --script-name= --dry-run -v -m --verbose --minimal --enabled -e -E",
            SharesOptions = true,
            Subcommands =
            [
                CommandModel.Shows("status cluster_status list_queues list_exchanges list_bindings list_connections list_channels list_consumers list_users list_vhosts list_permissions list_user_permissions list_parameters list_policies list_topic_permissions list_hashes list_ciphers list_feature_flags list_global_parameters list_operator_policies list_unresponsive_queues list_vhost_limits list_deprecated_features environment report ping version node_health_check alarms check_running check_local_alarms check_alarms check_port_connectivity check_port_listener check_virtual_hosts check_if_node_is_quorum_critical check_protocol_listener memory_breakdown listeners server_version erlang_version runtime_thread_stats disk_space resolve_hostname tls_versions list quorum_status list_streams list_stream_connections is_enabled directories help maybe_stuck command_line_arguments cipher_suites certificates check_certificate_expiration log_location log_tail schema_info is_booting is_running", ArgumentRole.Text),
                CommandModel.Does("start_app stop_app stop shutdown rotate_logs close_connection close_all_connections sync_queue cancel_sync_queue set_vm_memory_high_watermark set_disk_free_limit enable disable set suspend_listeners resume_listeners trace_on trace_off drain revive await_online_nodes await_startup wait grow shrink add_replica delete_replica rebalance", Service, "the queue changes"),
                CommandModel.Does("add_user delete_user change_password clear_password set_user_tags set_permissions clear_permissions add_vhost set_policy clear_policy set_parameter clear_parameter join_cluster enable_feature_flag hash_password authenticate_user export_definitions import_definitions encode decode eval eval_file exec", Destructive, "users, rights or policies change"),
                CommandModel.Does("purge_queue delete_queue delete_vhost reset force_reset force_boot forget_cluster_node restart_vhost remove_classic_queue", Data, "messages are data"),
            ],
        },
        new("kafka-topics kafka-topics.sh kafka-consumer-groups kafka-consumer-groups.sh kafka-configs kafka-configs.sh kafka-acls kafka-acls.sh kafka-log-dirs kafka-log-dirs.sh kafka-broker-api-versions kafka-broker-api-versions.sh kafka-get-offsets kafka-get-offsets.sh kafka-metadata-quorum kafka-metadata-quorum.sh kafka-transactions kafka-transactions.sh kafka-features.sh kafka-cluster kafka-cluster.sh")
        {
            Options = "--bootstrap-server= --bootstrap-servers= --zookeeper= --command-config= --list --describe --topic= --group= --all-groups --all-topics --state? --members --offsets --verbose --under-replicated-partitions --unavailable-partitions --under-min-isr-partitions --at-min-isr-partitions --exclude-internal --timeout= --entity-type= --entity-name= --entity-default --all --broker-list= --topic-list= --topic-partitions= --time= --partitions= --status --replication --version --producer= --broker= --brokers= --topics-with-overrides --if-exists --cluster-id",
            Operands = ArgumentRole.Text,
            Changes = [new("--delete --delete-offsets --reset-offsets", Data, "messages are data", "delete"), new("--create --alter --add --remove --add-config= --delete-config= --execute --partitions --replication-factor= --config=", Destructive, "topics or rights change")],
            Judge = c => { if (c.Given.Operands.Exists(w => w.Literal is not ("describe" or "list" or "find-hanging" or "cluster-id" or "list-endpoints"))) { c.Unknown("the cluster changes"); } if (!c.Told && c.Name.StartsWith("kafka-topics", StringComparison.Ordinal) || c.Name.StartsWith("kafka-consumer-g", StringComparison.Ordinal) || c.Name.StartsWith("kafka-con", StringComparison.Ordinal)) { if (!c.Told) { Daemons.DaemonCommands.Need(c, "it is called without a command", "--list", "--describe", "--version"); } } },
        },
        CommandModel.Does("kafka-console-producer kafka-console-producer.sh kafka-reassign-partitions.sh kafka-leader-election.sh kafka-server-start.sh kafka-server-stop.sh kafka-producer-perf-test.sh kafka-console-consumer kafka-console-consumer.sh kafka-preferred-replica-election.sh kafka-storage.sh kafkacat kcat zookeeper-server-stop.sh", Destructive, "messages are sent or read, or the cluster changes", "run"),
        CommandModel.Does("kafka-delete-records kafka-delete-records.sh kafka-streams-application-reset.sh zkCli.sh zookeeper-shell.sh", Data, "messages are data", "delete"),
        new("kafka-run-class kafka-run-class.sh") { Subcommands = [CommandModel.Reads("kafka.tools.GetOffsetShell org.apache.kafka.tools.GetOffsetShell", "--bootstrap-server= --broker-list= --topic= --time= --partitions= --topic-partitions= --exclude-internal-topics")] },
        new("zkServer.sh zkServer") { Subcommands = [CommandModel.Shows("status version"), CommandModel.Does("start stop restart", Service, "a server starts or stops")] },
        new("etcdctl")
        {
            Options = "-w: --write-out= --endpoints= --cacert. --cert. --key. --command-timeout= --dial-timeout= --cluster --hex --insecure-skip-tls-verify --insecure-transport --debug -d: --discovery-srv= --keepalive-time=",
            SharesOptions = true,
            Changes = [new("--user! --password!", Destructive, "somebody else's identity is used", "run")],
            Subcommands =
            [
                new("endpoint") { SharesOptions = true, Subcommands = [CommandModel.Reads("health status hashkv", "")] },
                new("member") { SharesOptions = true, Subcommands = [CommandModel.Reads("list", "-w:"), CommandModel.Does("add remove update promote", Destructive, "the cluster changes")] },
                new("alarm") { SharesOptions = true, Subcommands = [CommandModel.Reads("list", ""), CommandModel.Does("disarm", Service, "an alarm goes")] },
                new("get") { Options = "--prefix --keys-only --count-only --limit= --from-key --sort-by= --order= --consistency= --rev= --print-value-only", Operands = ArgumentRole.Text, Judge = Get },
                CommandModel.Reads("version", "", ArgumentRole.Text), CommandModel.Does("check", Destructive, "keys are written to see how fast that is"),
                new("snapshot") { SharesOptions = true, Subcommands = [CommandModel.Reads("status", "", ArgumentRole.Inspect), CommandModel.Does("save", Destructive, "all data is written to a file"), CommandModel.Does("restore", Data, "all data is replaced")] },
                CommandModel.Does("put del txn compaction migrate make-mirror", Data, "keys are data"),
                CommandModel.Does("move-leader", Service, "another member leads"), CommandModel.Does("defrag watch lease lock elect auth user role", Destructive, "the cluster changes"),
            ],
        },
        CommandModel.Reads("etcdutl", "-w: --write-out=") with { Style = OptionStyle.Posix, Subcommands = [CommandModel.Shows("version"), new("snapshot") { Subcommands = [CommandModel.Shows("status"), CommandModel.Does("restore", Data, "all data is replaced")] }, CommandModel.Does("defrag backup", Data, "data files are rewritten")] },
        new("nats") { Options = "-s: --server=", Subcommands = [new("stream str consumer con kv object") { Subcommands = [CommandModel.Shows("ls list info report state"), CommandModel.Does("rm del delete purge", Data, "messages are data"), CommandModel.Does("add edit copy put next sub", Destructive, "messages are sent or streams change")] }, new("server account") { Subcommands = [CommandModel.Shows("ls list info ping report check")] }] },
        CommandModel.Does("memcached-tool beanstalkd gearadmin activemq artemis pulsar-admin rpk", Destructive, "it may change what is stored", "run"),
        new("pcs crm") { Options = "--version --full", Subcommands = [CommandModel.Shows("status"), new("cluster") { Subcommands = [CommandModel.Shows("show status list"), CommandModel.Reads("config", "", ArgumentRole.Unknown), CommandModel.Does("start stop enable disable standby unstandby setup auth destroy kill", Destructive, "the cluster changes")], Alone = true }, new("resource stonith constraint property node quorum config") { Subcommands = [CommandModel.Shows("show status list config"), CommandModel.Does("cleanup enable disable restart move ban clear refresh start stop standby unstandby maintenance unmaintenance online", Service, "the cluster changes"), CommandModel.Does("create delete remove set update fence confirm destroy setup auth kill add unset", Destructive, "the cluster changes")], Alone = true }] },
        CommandModel.Reads("crm_mon", "-1ArRnfotcDVsX --one-shot --inactive --group-by-node --output-as= -W -b --brief") with { Changes = [Texts.TextCommands.Output("-h> --as-html>")] },
        CommandModel.Reads("corosync-cfgtool corosync-quorumtool", "-sbnliVpm") ,
        CommandModel.Reads("corosync-cmapctl", "-g:b", ArgumentRole.Text),
        CommandModel.Does("crm_resource crm_attribute crm_node crmadmin stonith_admin cibadmin pcsd", Service, "the cluster changes", "run"),
    ];

    private static void Ctl(CommandCall call)
    {
        var order = call.Given.Operands.Select(w => w.Literal).FirstOrDefault(t => t is "status" or "start" or "stop" or "restart" or "reload" or "promote" or "logrotate" or "init" or "initdb" or "kill");
        if (order is "start" or "stop" or "restart" or "reload" or "promote" or "logrotate" or "kill")
        {
            call.Add(order, Service, "the database starts, stops or changes");
        }
        else if (order != "status" && !call.Given.Has("-V"))
        {
            call.Unknown("nobody knows what the database is told");
        }
    }

    private static void Admin(CommandCall call)
    {
        foreach (var word in call.Given.Operands)
        {
            var order = word.Literal;
            if (order is "drop")
            {
                call.Add("delete", Data, "a database is removed");
            }
            else if (order is "shutdown" or "refresh" or "reload" or "kill" or "start-slave" or "stop-slave" or "start-replica" or "stop-replica" || order is not null && order.StartsWith("flush-", StringComparison.Ordinal))
            {
                call.Add("run", Service, "the database is told something");
            }
            else if (order is not ("status" or "ping" or "version" or "processlist" or "extended-status" or "variables" or "proc" or "stat" or "ext" or "var"))
            {
                call.Unknown("the database is told something");
            }
        }
    }

    // What a cluster keeps in its store holds secrets.
    private static void Get(CommandCall call)
    {
        var given = call.Given;
        var range = given.Has("--prefix", "--from-key") || given.Operands.Count > 1;
        if (!given.Has("--keys-only", "--count-only") && given.Operands.Exists(w => w.Literal is not { } key || key.StartsWith("/registry", StringComparison.Ordinal) || (range && (given.Has("--from-key") || given.Operands.Count > 1 || "/registry".StartsWith(key, StringComparison.Ordinal)))))
        {
            call.Add("read", Destructive, "secrets of the cluster are read");
        }
    }
}
