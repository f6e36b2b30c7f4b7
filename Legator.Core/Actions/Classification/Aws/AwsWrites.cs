using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Aws;

/// <summary>How bad an operation of AWS is that is no known read: by name where the name is known, by its verb where it is not.</summary>
internal static class AwsWrites
{
    // Whatever is written or deleted in these is somebody's data.
    private static readonly string[] DataNouns =
    [
        "table", "bucket", "object", "objects", "snapshot", "snapshots", "volume", "volumes", "backup", "backups", "recovery-point", "db-instance", "db-cluster", "database", "file-system", "stream", "domain",
        "keyspace", "secret", "parameter", "parameters", "repository", "log-group", "log-stream", "queue", "user-pool", "vault", "archive", "replication-group", "cache-cluster", "global-table", "datastore", "elasticsearch-domain",
        "db-shard-group", "global-cluster", "backup-vault", "namespace", "collection", "image", "images", "item", "items", "records", "key-material", "index", "partition", "partitions", "disk", "share", "dataset", "image-set", "graph", "certificate-authority",
    ];

    private static readonly FrozenDictionary<string, RiskTier> Named = Table(
        (RiskTier.DataMutation,
            "s3 rm rb mv cp sync\ns3api put-object copy-object upload-part complete-multipart-upload put-bucket-lifecycle put-bucket-lifecycle-configuration put-bucket-versioning put-bucket-replication delete-bucket-lifecycle restore-object put-object-retention put-object-legal-hold write-get-object-response\n"
            + "dynamodb put-item update-item delete-item batch-write-item transact-write-items execute-statement batch-execute-statement execute-transaction update-time-to-live update-continuous-backups import-table restore-table-from-backup restore-table-to-point-in-time\n"
            + "kms schedule-key-deletion delete-imported-key-material disable-key\nsqs purge-queue delete-message delete-message-batch\nlogs put-retention-policy put-log-events\nefs put-lifecycle-configuration\n"
            + "rds restore-db-instance-from-db-snapshot restore-db-instance-to-point-in-time restore-db-cluster-from-snapshot restore-db-cluster-to-point-in-time reset-db-parameter-group failover-global-cluster\nrds-data execute-statement batch-execute-statement execute-sql\nredshift-data execute-statement batch-execute-statement\n"
            + "athena start-query-execution\nssm put-parameter\nsecretsmanager put-secret-value update-secret rotate-secret restore-secret\necr batch-delete-image put-lifecycle-policy put-image\nkinesis put-record put-records decrease-stream-retention-period split-shard merge-shards\n"
            + "firehose put-record put-record-batch\nec2 modify-snapshot-attribute deregister-image create-restore-image-task\nbackup start-restore-job put-backup-vault-lock-configuration disassociate-recovery-point update-recovery-point-lifecycle\ndlm update-lifecycle-policy delete-lifecycle-policy\n"
            + "elasticache restore\nglue start-job-run batch-delete-table batch-delete-partition delete-table-version\ntimestream-write write-records\nglacier initiate-vault-lock\ncognito-idp admin-delete-user delete-user\nkafka delete-cluster delete-topic\nmq delete-broker\nworkspaces terminate-workspaces rebuild-workspaces restore-workspace\ndocdb-elastic delete-cluster\nqldb delete-ledger\ns3vectors put-vectors delete-vectors delete-vector-bucket\nelasticache delete-serverless-cache\nlakeformation delete-objects-on-cancel\ns3control put-bucket-lifecycle-configuration create-job\ndms start-replication-task\nneptune-db execute-fast-reset"),
        (RiskTier.DestructiveMutation,
            "sts assume-role assume-role-with-saml assume-role-with-web-identity assume-root get-session-token get-federation-token\niam create-access-key create-login-profile update-login-profile put-user-policy put-role-policy put-group-policy attach-user-policy attach-role-policy attach-group-policy add-user-to-group update-assume-role-policy create-policy-version set-default-policy-version put-role-permissions-boundary put-user-permissions-boundary pass-role update-access-key\n"
            + "lambda invoke invoke-async invoke-with-response-stream add-permission\nssm send-command start-session start-automation-execution resume-session\necs execute-command run-task\neks update-kubeconfig\n"
            + "cloudformation delete-stack execute-change-set update-stack deploy\nroute53 change-resource-record-sets\nec2 run-instances modify-instance-attribute replace-route modify-vpc-endpoint send-diagnostic-interrupt get-password-data\nkms put-key-policy create-grant\ns3api put-bucket-policy put-bucket-acl put-object-acl put-public-access-block put-bucket-website put-bucket-encryption put-bucket-notification-configuration put-bucket-cors\n"
            + "codebuild start-build\nconfigure set import\nemr add-steps\nstepfunctions start-execution start-sync-execution\napigateway test-invoke-method\ncloudcontrol update-resource delete-resource\ncloudtrail stop-logging\nconfigservice stop-configuration-recorder\norganizations leave-organization remove-account-from-organization move-account\nevents put-rule put-targets"),
        (RiskTier.ServiceMutation,
            "ec2 revoke-security-group-ingress revoke-security-group-egress disassociate-address detach-network-interface cancel-spot-instance-requests\nlambda put-function-concurrency delete-function-concurrency\nrds failover-db-cluster\nneptune failover-db-cluster\ndocdb failover-db-cluster\nelasticache test-failover\nmemorydb failover-shard\n"
            + "route53 change-tags-for-resource\nguardduty archive-findings unarchive-findings\ncloudwatch disable-alarm-actions\nelbv2 deregister-targets\nelb deregister-instances-from-load-balancer\nautoscaling detach-instances exit-standby enter-standby execute-policy\ns3 mb\nevents disable-rule\nssm cancel-command"));

    private static readonly FrozenDictionary<string, RiskTier> ByVerb = new[]
    {
        (RiskTier.DestructiveMutation, "delete terminate remove deregister disable detach revoke reset replace cancel release purge destroy invoke execute abort close leave decline reject retire invalidate batch-delete stop-and-delete unsubscribe disassociate withdraw expire wipe failover promote force transfer move"),
        (RiskTier.ServiceMutation, "create update modify start stop reboot restart tag untag add enable set put register associate attach authorize allocate assign unassign publish send run request import copy export upload accept apply resume suspend pause retry rotate rebuild redrive resize scale confirm subscribe monitor unmonitor increase decrease provision deploy continue rerun signal submit generate complete bid opt"),
    }.SelectMany(t => t.Item2.Split(' ').Select(verb => (Verb: verb, Tier: t.Item1))).ToFrozenDictionary(t => t.Verb, t => t.Tier, StringComparer.Ordinal);

    /// <summary>Operations that only look but hand out what opens something else: a sheet must name them.</summary>
    private static readonly FrozenSet<string> Secrets = FrozenSet.ToFrozenSet(
    [
        "secretsmanager get-secret-value", "secretsmanager batch-get-secret-value", "ssm get-parameter", "ssm get-parameters", "ssm get-parameters-by-path", "ssm get-parameter-history", "kms decrypt", "kms generate-data-key",
        "ecr get-login-password", "ecr get-login", "ecr get-authorization-token", "ecr-public get-login-password", "ecr-public get-authorization-token", "lambda get-function", "lambda get-layer-version", "ec2 get-password-data", "eks get-token",
        "rds generate-db-auth-token", "redshift get-cluster-credentials", "codeartifact get-authorization-token", "codeartifact login", "s3 presign", "configure export-credentials", "cognito-idp describe-user-pool-client", "sso get-role-credentials",
        "apigateway get-api-key", "apigateway get-api-keys", "iam create-access-key", "ec2 describe-vpn-connections", "ec2 get-launch-template-data", "athena get-session-endpoint", "athena get-resource-dashboard", "emr-serverless get-session-endpoint",
        "emr-serverless get-dashboard-for-job-run", "emr-serverless get-resource-dashboard", "directconnect describe-virtual-interfaces", "directconnect describe-router-configuration", "quicksight get-dashboard-embed-url", "quicksight get-session-embed-url", "quicksight get-identity-context", "quicksight describe-asset-bundle-export-job", "connect get-federation-token",
        "connect get-attached-file", "connect get-prompt-file", "license-manager get-access-token", "appsync list-api-keys", "macie2 get-sensitive-data-occurrences", "amplify get-webhook", "amplify list-webhooks",
    ], StringComparer.Ordinal);

    /// <summary>The tier of an operation that is no known read.</summary>
    public static RiskTier TierOf(string service, string operation)
    {
        if (Named.TryGetValue($"{service} {operation}", out var tier))
        {
            return tier;
        }

        if (IsSecret(service, operation))
        {
            return RiskTier.ServiceMutation;
        }

        var dash = operation.IndexOf('-', StringComparison.Ordinal);
        var verb = dash < 0 ? operation : operation[..dash];
        var noun = dash < 0 ? "" : operation[(dash + 1)..];
        if (verb is "delete" or "batch" or "purge" or "destroy" or "reset" or "restore" or "put" && HoldsData(service, noun, verb))
        {
            return RiskTier.DataMutation;
        }

        return ByVerb.GetValueOrDefault(verb, RiskTier.DestructiveMutation);
    }

    /// <summary>True for an operation that hands out a secret, a token or a link that needs none.</summary>
    public static bool IsSecret(string service, string operation) => Secrets.Contains($"{service} {operation}");

    // delete-table, delete-db-cluster-snapshot, batch-delete-image; but not delete-table-bucket-policy.
    private static bool HoldsData(string service, string noun, string verb)
    {
        if (verb == "restore")
        {
            return true;
        }

        if (verb == "batch")
        {
            return noun.StartsWith("delete-", StringComparison.Ordinal) && HoldsData(service, noun["delete-".Length..], "delete");
        }

        if (verb == "put")
        {
            return noun is "item" or "items" or "object" or "objects" or "record" or "records";
        }

        if (noun.EndsWith("route-table", StringComparison.Ordinal))
        {
            return false;
        }

        var whole = service is "redshift" or "docdb" or "neptune" or "dax" or "memorydb" or "rds" or "redshift-serverless" or "dsql" && noun is "cluster" or "workgroup";
        return whole || DataNouns.Any(d => noun == d || noun.EndsWith("-" + d, StringComparison.Ordinal)) || noun.Contains("snapshot", StringComparison.Ordinal) || noun.Contains("backup", StringComparison.Ordinal);
    }

    private static FrozenDictionary<string, RiskTier> Table(params (RiskTier Tier, string Lines)[] tiers) =>
        tiers.SelectMany(t => t.Lines.Split('\n').Select(line => line.Split(' ')).SelectMany(words => words.Skip(1).Select(o => (Key: $"{words[0]} {o}", t.Tier))))
            .ToFrozenDictionary(t => t.Key, t => t.Tier, StringComparer.Ordinal);
}
