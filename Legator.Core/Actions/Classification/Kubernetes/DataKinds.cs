using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Kubernetes;

/// <summary>Tells which kinds hold data, or describe what does: to delete one is to delete data.</summary>
public static class DataKinds
{
    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
    [
        "persistentvolumeclaims", "persistentvolumes", "namespaces", "secrets",
        "statefulsets.apps", "customresourcedefinitions.apiextensions.k8s.io", "volumeattachments.storage.k8s.io",
        "apiservices.apiregistration.k8s.io",
        "agentstates.legator.io", "legatorruns.legator.io",
    ], StringComparer.OrdinalIgnoreCase);

    // Every kind of these operators is a database, a queue, a volume, a bucket or a backup. A group stands for its subgroups too.
    private static readonly string[] Groups =
    [
        "cnpg.io", "acid.zalan.do", "postgres-operator.crunchydata.com", "stackgres.io", "percona.com", "presslabs.org",
        "mysql.oracle.com", "k8s.mariadb.com", "mariadb.mmontes.io", "mongodb.com", "opstreelabs.in", "databases.spotahome.com",
        "redislabs.com", "redis.com", "datastax.com", "k8ssandra.io", "scylladb.com", "k8s.elastic.co", "opensearch.opster.io",
        "kafka.strimzi.io", "rabbitmq.com", "velero.io", "snapshot.storage.k8s.io", "kubedb.com", "appscode.com", "ceph.rook.io",
        "rook.io", "longhorn.io", "openebs.io", "min.io", "objectbucket.io", "cockroachlabs.com", "pingcap.com", "planetscale.com",
        "clickhouse.altinity.com", "neo4j.com", "arangodb.com", "couchbase.com", "foundationdb.org", "kubeblocks.io", "hazelcast.com",
        "jetstream.nats.io", "pulsar.apache.org", "druid.apache.org", "ydb.tech", "influxdata.com", "k8up.io", "kio.kasten.io",
        "volsync.backube", "etcd.database.coreos.com", "zookeeper.pravega.io", "schemahero.io", "atlasgo.io",
        "rds.aws.upbound.io", "s3.aws.upbound.io", "dynamodb.aws.upbound.io", "efs.aws.upbound.io", "ebs.aws.upbound.io", "elasticache.aws.upbound.io",
        "rds.services.k8s.aws", "s3.services.k8s.aws", "dynamodb.services.k8s.aws", "sql.gcp.upbound.io", "storage.gcp.upbound.io", "spanner.gcp.upbound.io",
        "sql.cnrm.cloud.google.com", "storage.cnrm.cloud.google.com", "spanner.cnrm.cloud.google.com", "bigtable.cnrm.cloud.google.com",
        "sql.azure.upbound.io", "storage.azure.upbound.io", "cosmosdb.azure.upbound.io", "dbforpostgresql.azure.com", "dbformysql.azure.com",
        "documentdb.azure.com", "storage.azure.com", "sql.azure.com",
    ];

    // For operators that nobody has listed: a custom kind that calls itself one of these is taken at its word.
    private static readonly string[] Words =
    [
        "database", "postgres", "mysql", "mariadb", "mongo", "redis", "valkey", "cassandra", "scylla", "elasticsearch", "opensearch",
        "kafka", "rabbitmq", "clickhouse", "cockroach", "etcd", "zookeeper", "pooler", "backup", "restore", "snapshot", "volume",
        "bucket", "dataset", "objectstore", "rdsinstance", "dbinstance", "dbcluster", "sqlinstance", "dynamo", "memorydb", "filestore",
    ];

    // What people call the kinds of those operators where no group says whose they are. A name that harmless kinds bear too is here if a database's does.
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "cluster", "clusters", "pg", "pgcluster", "pgclusters", "perconapgcluster", "pxc", "pxcs", "psmdb", "ps", "rf", "rfr", "es", "elasticsearches", "kb",
        "postgresqls", "schedule", "schedules", "bsl", "vsl", "vs", "vsc", "volumesnapshot", "volumesnapshots", "volumesnapshotcontent", "volumesnapshotcontents",
        "volumesnapshotclass", "volumesnapshotclasses", "recoverypoint", "instancesets", "objects", "tenant", "tenants", "kt", "ku", "kn", "kafkauser", "kafkausers",
        "kafkanodepool", "kafkanodepools", "strimzi", "cephcluster", "cephclusters", "cephblockpool", "cephblockpools", "cephfilesystem", "cephfilesystems", "blockpool",
        "replicationsource", "replicationsources", "replicationdestination", "replicationdestinations", "chi", "chk", "chis", "couchbasecluster", "couchbaseclusters",
        "tidbcluster", "tidbclusters", "tc", "tikvcluster", "vitesscluster", "vitessclusters", "vtc", "crdbcluster", "crdbclusters", "solrcloud", "solrclouds",
        "memcached", "memcacheds", "dragonfly", "dragonflies", "keydb", "ravendb", "surrealdb", "dynamodb", "tables", "table", "filesystem", "filesystems",
        "rediscluster", "redisclusters", "innodbcluster", "innodbclusters", "ic", "dbinstances", "dbclusters", "sqlinstance", "sqlinstances", "lv", "lhv", "lhb", "lhs",
        "cstorpoolcluster", "cspc", "cvr", "bd", "blockdevice", "blockdevices", "vmsnapshot", "datavolume", "datavolumes", "dv", "etcdcluster", "nats", "streams", "consumers",
        "cassdc", "k8c", "mdb", "mdbc", "mdbmc", "mdbu", "rmq", "zk", "kc", "kctr", "kmm2", "ybcluster", "vts", "vtk", "os", "prc", "pcc", "pgr", "pgu", "all", "cnpg", "sgcluster", "sgclusters", "sgbackup", "sgbackups", "arangodeployment", "arangodeployments", "neo4j", "influxdb", "questdb", "timescaledb",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>True when objects of the kind hold data or describe what does.</summary>
    public static bool Contains(KubernetesKind kind) =>
        Kinds.Contains(kind.QualifiedName)
        || (KubernetesKinds.Find(kind.QualifiedName) is null && (InGroup(kind.Group) || (IsVague(kind) && Names.Contains(kind.Plural)) || SaysSo(kind.Kind) || HasWord(kind.Group)));

    private static bool InGroup(string group)
    {
        foreach (var suffix in Groups)
        {
            if (group.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && (group.Length == suffix.Length || group[^(suffix.Length + 1)] == '.'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A name without a group, or with a part of one, as kubectl takes it.</summary>
    private static bool IsVague(KubernetesKind kind) =>
        !kind.Group.Contains('.', StringComparison.Ordinal) || Groups.Any(g => g.StartsWith(kind.Group, StringComparison.OrdinalIgnoreCase));

    private static bool SaysSo(string kind)
    {
        // Databases call themselves so, and who removes another kind of cluster removes all that is in it.
        if (kind.EndsWith("cluster", StringComparison.OrdinalIgnoreCase) || kind.EndsWith("clusters", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return HasWord(kind);
    }

    private static bool HasWord(string name)
    {
        foreach (var word in Words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
