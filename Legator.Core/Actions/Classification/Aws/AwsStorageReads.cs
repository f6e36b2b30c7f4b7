namespace Legator.Core.Actions.Classification.Aws;

/// <summary>Storage and databases: the operations that only look. A line holds a service, a verb and what it looks at; after = stand whole names.</summary>
internal static class AwsStorageReads
{
    /// <summary>The table.</summary>
    public const string Table =
        """
        athena batch get-named-query get-prepared-statement get-query-execution
        athena get calculation-execution calculation-execution-code calculation-execution-status capacity-assignment-configuration capacity-reservation data-catalog database
        athena get named-query notebook-metadata prepared-statement query-execution query-results query-runtime-statistics session
        athena get session-status table-metadata work-group
        athena list application-dpu-sizes calculation-executions capacity-reservations data-catalogs databases engine-versions executors named-queries notebook-metadata
        athena list notebook-sessions prepared-statements query-executions sessions table-metadata tags-for-resource work-groups
        backup describe backup-job backup-vault copy-job framework global-settings protected-resource recovery-point region-settings report-job report-plan restore-job scan-job
        backup get backup-plan backup-plan-from-json backup-plan-from-template backup-selection backup-vault-access-policy backup-vault-notifications legal-hold
        backup get recovery-point-index-details recovery-point-restore-metadata restore-job-metadata restore-testing-inferred-metadata restore-testing-plan
        backup get restore-testing-selection supported-resource-types tiering-configuration
        backup list backup-job-summaries backup-jobs backup-plan-templates backup-plan-versions backup-plans backup-selections backup-vaults copy-job-summaries copy-jobs frameworks
        backup list indexed-recovery-points legal-holds protected-resources protected-resources-by-backup-vault recovery-points-by-backup-vault recovery-points-by-legal-hold
        backup list recovery-points-by-resource report-jobs report-plans restore-access-backup-vaults restore-job-summaries restore-jobs restore-jobs-by-protected-resource
        backup list restore-testing-plans restore-testing-selections scan-job-summaries scan-jobs tags tiering-configurations
        datasync describe agent location-azure-blob location-efs location-fsx-lustre location-fsx-ontap location-fsx-open-zfs location-fsx-windows location-hdfs location-nfs
        datasync describe location-object-storage location-s3 location-smb task task-execution
        datasync list agents locations tags-for-resource task-executions tasks
        dax describe clusters default-parameters events parameter-groups parameters subnet-groups
        dax list tags
        dlm get lifecycle-policies lifecycle-policy
        dlm list tags-for-resource
        dms describe account-attributes applicable-individual-assessments certificates connections conversion-configuration data-migrations data-providers endpoint-settings
        dms describe endpoint-types endpoints engine-versions event-categories event-subscriptions events extension-pack-associations fleet-advisor-collectors
        dms describe fleet-advisor-databases fleet-advisor-lsa-analysis fleet-advisor-schema-object-summary fleet-advisor-schemas instance-profiles metadata-model
        dms describe metadata-model-assessments metadata-model-children metadata-model-conversions metadata-model-creations metadata-model-exports-as-script
        dms describe metadata-model-exports-to-target metadata-model-imports migration-projects orderable-replication-instances pending-maintenance-actions
        dms describe recommendation-limitations recommendations refresh-schemas-status replication-configs replication-instance-task-logs replication-instances
        dms describe replication-subnet-groups replication-table-statistics replication-task-assessment-results replication-task-assessment-runs
        dms describe replication-task-individual-assessments replication-tasks replications schemas table-statistics
        dms get target-selection-rules
        dms list tags-for-resource
        docdb describe certificates db-cluster-parameter-groups db-cluster-parameters db-cluster-snapshot-attributes db-cluster-snapshots db-clusters db-engine-versions
        docdb describe db-instances db-subnet-groups engine-default-cluster-parameters event-categories event-subscriptions events global-clusters orderable-db-instance-options
        docdb describe pending-maintenance-actions
        docdb list tags-for-resource
        dynamodb = query scan transact-get-items
        dynamodb batch get-item
        dynamodb describe backup continuous-backups contributor-insights endpoints export global-table global-table-settings import kinesis-streaming-destination limits table
        dynamodb describe table-replica-auto-scaling time-to-live
        dynamodb get item resource-policy
        dynamodb list backups contributor-insights exports global-tables imports tables tags-of-resource
        dynamodbstreams describe stream
        dynamodbstreams get records shard-iterator
        dynamodbstreams list streams
        efs describe access-points account-preferences backup-policy file-system-policy file-systems lifecycle-configuration mount-target-security-groups mount-targets
        efs describe replication-configurations tags
        efs list tags-for-resource
        elasticache describe cache-clusters cache-engine-versions cache-parameter-groups cache-parameters cache-security-groups cache-subnet-groups engine-default-parameters events
        elasticache describe global-replication-groups replication-groups reserved-cache-nodes reserved-cache-nodes-offerings serverless-cache-snapshots serverless-caches
        elasticache describe service-updates snapshots update-actions user-groups users
        elasticache list allowed-node-type-modifications tags-for-resource
        es describe domain-auto-tunes domain-change-progress elasticsearch-domain elasticsearch-domain-config elasticsearch-domains elasticsearch-instance-type-limits
        es describe inbound-cross-cluster-search-connections outbound-cross-cluster-search-connections packages reserved-elasticsearch-instance-offerings
        es describe reserved-elasticsearch-instances vpc-endpoints
        es get compatible-elasticsearch-versions package-version-history upgrade-history upgrade-status
        es list domain-names domains-for-package elasticsearch-instance-types elasticsearch-versions packages-for-domain tags vpc-endpoint-access vpc-endpoints
        es list vpc-endpoints-for-domain
        firehose describe delivery-stream
        firehose list delivery-streams tags-for-delivery-stream
        fsx describe backups data-repository-associations data-repository-tasks file-caches file-system-aliases file-systems s3-access-point-attachments shared-vpc-configuration
        fsx describe snapshots storage-virtual-machines volumes
        fsx list tags-for-resource
        glacier describe job vault
        glacier get data-retrieval-policy vault-access-policy vault-lock vault-notifications
        glacier list jobs multipart-uploads parts provisioned-capacity tags-for-vault vaults
        glue = check-schema-version-validity query-schema-version-metadata search-tables
        glue batch get-blueprints get-crawlers get-custom-entity-types get-data-quality-result get-dev-endpoints get-jobs get-partition get-table-optimizer get-triggers
        glue batch get-workflows
        glue describe connection-type entity inbound-integrations integrations
        glue get blueprint blueprint-run blueprint-runs catalog catalog-import-status catalogs classifier classifiers column-statistics-for-partition column-statistics-for-table
        glue get column-statistics-task-run column-statistics-task-runs column-statistics-task-settings crawler crawler-metrics crawlers custom-entity-type
        glue get data-catalog-encryption-settings data-quality-model data-quality-model-result data-quality-result data-quality-rule-recommendation-run data-quality-ruleset
        glue get data-quality-ruleset-evaluation-run database databases dataflow-graph dev-endpoint dev-endpoints entity-records glue-identity-center-configuration
        glue get integration-resource-property integration-table-properties job job-bookmark job-run job-runs jobs mapping materialized-view-refresh-task-run ml-task-run
        glue get ml-task-runs ml-transform ml-transforms partition partition-indexes partitions plan registry resource-policies resource-policy schema schema-by-definition
        glue get schema-version schema-versions-diff security-configuration security-configurations session statement table table-optimizer table-version table-versions tables tags
        glue get trigger triggers unfiltered-partition-metadata unfiltered-partitions-metadata unfiltered-table-metadata usage-profile user-defined-function user-defined-functions
        glue get workflow workflow-run workflow-run-properties workflow-runs
        glue list blueprints column-statistics-task-runs connection-types crawlers crawls custom-entity-types data-quality-results data-quality-rule-recommendation-runs
        glue list data-quality-ruleset-evaluation-runs data-quality-rulesets data-quality-statistic-annotations data-quality-statistics dev-endpoints entities
        glue list integration-resource-properties jobs materialized-view-refresh-task-runs ml-transforms registries schema-versions schemas sessions statements table-optimizer-runs
        glue list triggers usage-profiles workflows
        keyspaces get keyspace table table-auto-scaling-settings type
        keyspaces list keyspaces tables tags-for-resource types
        kinesis describe account-settings limits stream stream-consumer stream-summary
        kinesis get records resource-policy shard-iterator
        kinesis list shards stream-consumers streams tags-for-resource tags-for-stream
        memorydb describe acls clusters engine-versions events multi-region-clusters multi-region-parameter-groups multi-region-parameters parameter-groups parameters
        memorydb describe reserved-nodes reserved-nodes-offerings service-updates snapshots subnet-groups users
        memorydb list allowed-multi-region-cluster-updates allowed-node-type-updates tags
        neptune describe db-cluster-endpoints db-cluster-parameter-groups db-cluster-parameters db-cluster-snapshot-attributes db-cluster-snapshots db-clusters db-engine-versions
        neptune describe db-instances db-parameter-groups db-parameters db-subnet-groups engine-default-cluster-parameters engine-default-parameters event-categories
        neptune describe event-subscriptions events global-clusters orderable-db-instance-options pending-maintenance-actions valid-db-instance-modifications
        neptune list tags-for-resource
        opensearch describe domain domain-auto-tunes domain-change-progress domain-config domain-health domain-nodes domains dry-run-progress inbound-connections insight-details
        opensearch describe instance-type-limits outbound-connections packages reserved-instance-offerings reserved-instances vpc-endpoints
        opensearch get application capability compatible-versions data-source default-application-setting direct-query-data-source domain-maintenance-status index
        opensearch get package-version-history upgrade-history upgrade-status
        opensearch list applications data-sources direct-query-data-sources domain-maintenances domain-names domains-for-package insights instance-type-details packages-for-domain
        opensearch list scheduled-actions tags versions vpc-endpoint-access vpc-endpoints vpc-endpoints-for-domain
        opensearchserverless batch get-collection get-collection-group get-effective-lifecycle-policy get-lifecycle-policy get-vpc-endpoint
        opensearchserverless get access-policy account-settings index policies-stats security-config security-policy
        opensearchserverless list access-policies collection-groups collections lifecycle-policies security-configs security-policies tags-for-resource vpc-endpoints
        rds = download-db-log-file-portion
        rds describe account-attributes blue-green-deployments certificates db-cluster-automated-backups db-cluster-backtracks db-cluster-endpoints db-cluster-parameter-groups
        rds describe db-cluster-parameters db-cluster-snapshot-attributes db-cluster-snapshots db-clusters db-engine-versions db-instance-automated-backups db-instances
        rds describe db-log-files db-major-engine-versions db-parameter-groups db-parameters db-proxies db-proxy-endpoints db-proxy-target-groups db-proxy-targets
        rds describe db-recommendations db-security-groups db-shard-groups db-snapshot-attributes db-snapshot-tenant-databases db-snapshots db-subnet-groups
        rds describe engine-default-cluster-parameters engine-default-parameters event-categories event-subscriptions events export-tasks global-clusters integrations
        rds describe option-group-options option-groups orderable-db-instance-options pending-maintenance-actions reserved-db-instances reserved-db-instances-offerings
        rds describe serverless-v2-platform-versions source-regions tenant-databases valid-db-instance-modifications
        rds list tags-for-resource
        redshift describe account-attributes authentication-profiles cluster-db-revisions cluster-parameter-groups cluster-parameters cluster-security-groups cluster-snapshots
        redshift describe cluster-subnet-groups cluster-tracks cluster-versions clusters custom-domain-associations data-shares data-shares-for-consumer data-shares-for-producer
        redshift describe default-cluster-parameters endpoint-access endpoint-authorization event-categories event-subscriptions events hsm-client-certificates hsm-configurations
        redshift describe inbound-integrations integrations logging-status node-configuration-options orderable-cluster-options partners redshift-idc-applications
        redshift describe reserved-node-exchange-status reserved-node-offerings reserved-nodes resize scheduled-actions snapshot-copy-grants snapshot-schedules storage
        redshift describe table-restore-status tags usage-limits
        redshift get reserved-node-exchange-configuration-options reserved-node-exchange-offerings resource-policy
        redshift list recommendations
        redshift-data describe statement table
        redshift-data get statement-result statement-result-v2
        redshift-data list databases schemas statements tables
        redshift-serverless get custom-domain-association endpoint-access namespace recovery-point reservation reservation-offering resource-policy scheduled-action snapshot
        redshift-serverless get table-restore-status track usage-limit workgroup
        redshift-serverless list custom-domain-associations endpoint-access managed-workgroups namespaces recovery-points reservation-offerings reservations scheduled-actions
        redshift-serverless list snapshot-copy-configurations snapshots table-restore-status tags-for-resource tracks usage-limits workgroups
        s3 = ls
        s3api get bucket-abac bucket-accelerate-configuration bucket-acl bucket-analytics-configuration bucket-cors bucket-encryption bucket-intelligent-tiering-configuration
        s3api get bucket-inventory-configuration bucket-lifecycle bucket-lifecycle-configuration bucket-location bucket-logging bucket-metadata-configuration
        s3api get bucket-metadata-table-configuration bucket-metrics-configuration bucket-notification bucket-notification-configuration bucket-ownership-controls bucket-policy
        s3api get bucket-policy-status bucket-replication bucket-request-payment bucket-tagging bucket-versioning bucket-website object-acl object-attributes object-legal-hold
        s3api get object-lock-configuration object-retention object-tagging public-access-block
        s3api head bucket object
        s3api list bucket-analytics-configurations bucket-intelligent-tiering-configurations bucket-inventory-configurations bucket-metrics-configurations buckets directory-buckets
        s3api list multipart-uploads object-versions objects objects-v2 parts
        s3control describe job multi-region-access-point-operation
        s3control get access-grant access-grants-instance access-grants-instance-for-prefix access-grants-instance-resource-policy access-grants-location access-point
        s3control get access-point-configuration-for-object-lambda access-point-for-object-lambda access-point-policy access-point-policy-for-object-lambda
        s3control get access-point-policy-status access-point-policy-status-for-object-lambda access-point-scope bucket bucket-lifecycle-configuration bucket-policy
        s3control get bucket-replication bucket-tagging bucket-versioning job-tagging multi-region-access-point multi-region-access-point-policy
        s3control get multi-region-access-point-policy-status multi-region-access-point-routes public-access-block storage-lens-configuration storage-lens-configuration-tagging
        s3control get storage-lens-group
        s3control list access-grants access-grants-instances access-grants-locations access-points access-points-for-directory-buckets access-points-for-object-lambda
        s3control list caller-access-grants jobs multi-region-access-points regional-buckets storage-lens-configurations storage-lens-groups tags-for-resource
        storagegateway describe availability-monitor-test bandwidth-rate-limit bandwidth-rate-limit-schedule cache cache-report cached-iscsi-volumes file-system-associations
        storagegateway describe gateway-information maintenance-start-time nfs-file-shares smb-file-shares smb-settings snapshot-schedule stored-iscsi-volumes tape-archives
        storagegateway describe tape-recovery-points tapes upload-buffer vtl-devices working-storage
        storagegateway list automatic-tape-creation-policies cache-reports file-shares file-system-associations gateways local-disks tags-for-resource tape-pools tapes
        storagegateway list volume-initiators volume-recovery-points volumes
        timestream-query = query
        timestream-query describe account-settings endpoints scheduled-query
        timestream-query list scheduled-queries tags-for-resource
        timestream-write describe batch-load-task database endpoints table
        timestream-write list batch-load-tasks databases tables tags-for-resource
        transfer describe access agreement certificate connector execution host-key profile security-policy server user web-app web-app-customization workflow
        transfer list accesses agreements certificates connectors executions file-transfer-results host-keys profiles security-policies servers tags-for-resource users web-apps
        transfer list workflows
        """;
}
