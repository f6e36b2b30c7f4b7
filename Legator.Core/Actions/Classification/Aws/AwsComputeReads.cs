namespace Legator.Core.Actions.Classification.Aws;

/// <summary>Compute services: the operations that only look. A line holds a service, a verb and what it looks at; after = stand whole names.</summary>
internal static class AwsComputeReads
{
    /// <summary>The table.</summary>
    public const string Table =
        """
        application-autoscaling describe scalable-targets scaling-activities scaling-policies scheduled-actions
        application-autoscaling get predictive-scaling-forecast
        application-autoscaling list tags-for-resource
        apprunner describe auto-scaling-configuration custom-domains observability-configuration service vpc-connector vpc-ingress-connection
        apprunner list auto-scaling-configurations connections observability-configurations operations services services-for-auto-scaling-configuration tags-for-resource
        apprunner list vpc-connectors vpc-ingress-connections
        autoscaling describe account-limits adjustment-types auto-scaling-groups auto-scaling-instances auto-scaling-notification-types instance-refreshes launch-configurations
        autoscaling describe lifecycle-hook-types lifecycle-hooks load-balancer-target-groups load-balancers metric-collection-types notification-configurations policies
        autoscaling describe scaling-activities scaling-process-types scheduled-actions tags termination-policy-types traffic-sources warm-pool
        autoscaling get predictive-scaling-forecast
        batch describe compute-environments consumable-resource job-definitions job-queues jobs quota-share scheduling-policies service-environments service-job
        batch get job-queue-snapshot
        batch list consumable-resources jobs jobs-by-consumable-resource quota-shares scheduling-policies service-jobs tags-for-resource
        compute-optimizer describe recommendation-export-jobs
        compute-optimizer get auto-scaling-group-recommendations ebs-volume-recommendations ec2-instance-recommendations ec2-recommendation-projected-metrics
        compute-optimizer get ecs-service-recommendation-projected-metrics ecs-service-recommendations effective-recommendation-preferences enrollment-status
        compute-optimizer get enrollment-statuses-for-organization idle-recommendations lambda-function-recommendations license-recommendations
        compute-optimizer get rds-database-recommendation-projected-metrics rds-database-recommendations recommendation-preferences recommendation-summaries
        ec2 describe account-attributes address-transfers addresses addresses-attribute aggregate-id-format availability-zones aws-network-performance-metric-subscriptions
        ec2 describe bundle-tasks byoip-cidrs capacity-block-extension-history capacity-block-extension-offerings capacity-block-offerings capacity-block-status capacity-blocks
        ec2 describe capacity-manager-data-exports capacity-reservation-billing-requests capacity-reservation-fleets capacity-reservation-topology capacity-reservations
        ec2 describe carrier-gateways classic-link-instances client-vpn-authorization-rules client-vpn-connections client-vpn-endpoints client-vpn-routes client-vpn-target-networks
        ec2 describe coip-pools conversion-tasks customer-gateways declarative-policies-reports dhcp-options egress-only-internet-gateways elastic-gpus export-image-tasks
        ec2 describe export-tasks fast-launch-images fast-snapshot-restores fleet-history fleet-instances fleets flow-logs fpga-image-attribute fpga-images
        ec2 describe host-reservation-offerings host-reservations hosts iam-instance-profile-associations id-format identity-id-format image-attribute image-references
        ec2 describe image-usage-report-entries image-usage-reports images import-image-tasks import-snapshot-tasks instance-attribute instance-connect-endpoints
        ec2 describe instance-credit-specifications instance-event-notification-attributes instance-event-windows instance-image-metadata instance-sql-ha-history-states
        ec2 describe instance-sql-ha-states instance-status instance-topology instance-type-offerings instance-types instances internet-gateways ipam-byoasn
        ec2 describe ipam-external-resource-verification-tokens ipam-policies ipam-pool-allocations ipam-pools ipam-prefix-list-resolver-targets ipam-prefix-list-resolvers
        ec2 describe ipam-resource-discoveries ipam-resource-discovery-associations ipam-scopes ipams ipv6-pools key-pairs launch-template-versions launch-templates
        ec2 describe local-gateway-route-table-virtual-interface-group-associations local-gateway-route-table-vpc-associations local-gateway-route-tables
        ec2 describe local-gateway-virtual-interface-groups local-gateway-virtual-interfaces local-gateways locked-snapshots mac-hosts mac-modification-tasks managed-prefix-lists
        ec2 describe moving-addresses nat-gateways network-acls network-insights-access-scope-analyses network-insights-access-scopes network-insights-analyses
        ec2 describe network-insights-paths network-interface-attribute network-interface-permissions network-interfaces outpost-lags placement-groups prefix-lists
        ec2 describe principal-id-format public-ipv4-pools regions replace-root-volume-tasks reserved-instances reserved-instances-listings reserved-instances-modifications
        ec2 describe reserved-instances-offerings route-server-endpoints route-server-peers route-servers route-tables scheduled-instance-availability scheduled-instances
        ec2 describe secondary-interfaces secondary-networks secondary-subnets security-group-references security-group-rules security-group-vpc-associations security-groups
        ec2 describe service-link-virtual-interfaces snapshot-attribute snapshot-tier-status snapshots spot-datafeed-subscription spot-fleet-instances spot-fleet-request-history
        ec2 describe spot-fleet-requests spot-instance-requests spot-price-history stale-security-groups store-image-tasks subnets tags traffic-mirror-filter-rules
        ec2 describe traffic-mirror-filters traffic-mirror-sessions traffic-mirror-targets transit-gateway-attachments transit-gateway-connect-peers transit-gateway-connects
        ec2 describe transit-gateway-metering-policies transit-gateway-multicast-domains transit-gateway-peering-attachments transit-gateway-policy-tables
        ec2 describe transit-gateway-route-table-announcements transit-gateway-route-tables transit-gateway-vpc-attachments transit-gateways trunk-interface-associations
        ec2 describe verified-access-endpoints verified-access-groups verified-access-instance-logging-configurations verified-access-instances verified-access-trust-providers
        ec2 describe volume-attribute volume-status volumes volumes-modifications vpc-attribute vpc-block-public-access-exclusions vpc-block-public-access-options vpc-classic-link
        ec2 describe vpc-classic-link-dns-support vpc-encryption-controls vpc-endpoint-associations vpc-endpoint-connection-notifications vpc-endpoint-connections
        ec2 describe vpc-endpoint-service-configurations vpc-endpoint-service-permissions vpc-endpoint-services vpc-endpoints vpc-peering-connections vpcs vpn-concentrators
        ec2 describe vpn-gateways
        ec2 get active-vpn-tunnel-status allowed-images-settings associated-enclave-certificate-iam-roles associated-ipv6-pool-cidrs aws-network-performance-data
        ec2 get capacity-manager-attributes capacity-manager-metric-data capacity-manager-metric-dimensions capacity-manager-monitored-tag-keys capacity-reservation-usage
        ec2 get coip-pool-usage console-output declarative-policies-report-summary default-credit-specification ebs-default-kms-key-id ebs-encryption-by-default enabled-ipam-policy
        ec2 get flow-logs-integration-template groups-for-capacity-reservation host-reservation-purchase-preview image-ancestry image-block-public-access-state
        ec2 get instance-metadata-defaults instance-tpm-ek-pub instance-types-from-instance-requirements instance-uefi-data ipam-address-history ipam-discovered-accounts
        ec2 get ipam-discovered-public-addresses ipam-discovered-resource-cidrs ipam-policy-allocation-rules ipam-policy-organization-targets ipam-pool-allocations ipam-pool-cidrs
        ec2 get ipam-prefix-list-resolver-rules ipam-prefix-list-resolver-version-entries ipam-prefix-list-resolver-versions ipam-resource-cidrs
        ec2 get managed-prefix-list-associations managed-prefix-list-entries managed-resource-visibility network-insights-access-scope-analysis-findings
        ec2 get network-insights-access-scope-content reserved-instances-exchange-quote route-server-associations route-server-propagations route-server-routing-database
        ec2 get security-groups-for-vpc serial-console-access-status snapshot-block-public-access-state spot-placement-scores subnet-cidr-reservations
        ec2 get transit-gateway-attachment-propagations transit-gateway-metering-policy-entries transit-gateway-multicast-domain-associations
        ec2 get transit-gateway-policy-table-associations transit-gateway-policy-table-entries transit-gateway-prefix-list-references transit-gateway-route-table-associations
        ec2 get transit-gateway-route-table-propagations verified-access-endpoint-policy verified-access-endpoint-targets verified-access-group-policy
        ec2 get vpc-resources-blocking-encryption-enforcement vpn-connection-device-types vpn-tunnel-replacement-status
        ec2 list images-in-recycle-bin snapshots-in-recycle-bin volumes-in-recycle-bin
        ec2 search local-gateway-routes transit-gateway-multicast-groups transit-gateway-routes
        ecr = validate-pull-through-cache-rule
        ecr batch get-image get-repository-scanning-configuration
        ecr describe image-replication-status image-scan-findings image-signing-status images pull-through-cache-rules registry repositories repository-creation-templates
        ecr get account-setting lifecycle-policy lifecycle-policy-preview registry-policy registry-scanning-configuration repository-policy signing-configuration
        ecr list image-referrers images pull-time-update-exclusions tags-for-resource
        ecr-public describe image-tags images registries repositories
        ecr-public get registry-catalog-data repository-catalog-data repository-policy
        ecr-public list tags-for-resource
        ecs describe capacity-providers clusters container-instances daemon daemon-deployments daemon-revisions daemon-task-definition express-gateway-service service-deployments
        ecs describe service-revisions services task-definition task-sets tasks
        ecs get task-protection
        ecs list account-settings attributes clusters container-instances daemon-deployments daemon-task-definitions daemons service-deployments services services-by-namespace
        ecs list tags-for-resource task-definition-families task-definitions tasks
        eks describe access-entry addon addon-configuration addon-versions capability cluster cluster-versions eks-anywhere-subscription fargate-profile identity-provider-config
        eks describe insight insights-refresh nodegroup pod-identity-association update
        eks list access-entries access-policies addons associated-access-policies capabilities clusters eks-anywhere-subscriptions fargate-profiles identity-provider-configs
        eks list insights nodegroups pod-identity-associations tags-for-resource updates
        elasticbeanstalk = check-dns-availability validate-configuration-settings
        elasticbeanstalk describe account-attributes application-versions applications configuration-options configuration-settings environment-health
        elasticbeanstalk describe environment-managed-action-history environment-managed-actions environment-resources environments events instances-health platform-version
        elasticbeanstalk list available-solution-stacks platform-branches platform-versions tags-for-resource
        elb describe account-limits instance-health load-balancer-attributes load-balancer-policies load-balancer-policy-types load-balancers tags
        elbv2 describe account-limits capacity-reservation listener-attributes listener-certificates listeners load-balancer-attributes load-balancers rules ssl-policies tags
        elbv2 describe target-group-attributes target-groups target-health trust-store-associations trust-store-revocations trust-stores
        elbv2 get resource-policy trust-store-ca-certificates-bundle trust-store-revocation-content
        emr describe cluster job-flows notebook-execution persistent-app-ui release-label security-configuration step studio
        emr get auto-termination-policy block-public-access-configuration managed-scaling-policy studio-session-mapping
        emr list bootstrap-actions clusters instance-fleets instance-groups instances notebook-executions release-labels security-configurations steps studio-session-mappings
        emr list studios supported-instance-types
        emr-containers describe job-run job-template managed-endpoint security-configuration virtual-cluster
        emr-containers list job-runs job-templates managed-endpoints security-configurations tags-for-resource virtual-clusters
        emr-serverless get application job-run session
        emr-serverless list applications job-run-attempts job-runs sessions tags-for-resource
        imagebuilder get component component-policy container-recipe container-recipe-policy distribution-configuration image image-pipeline image-policy image-recipe
        imagebuilder get image-recipe-policy infrastructure-configuration lifecycle-execution lifecycle-policy marketplace-resource workflow workflow-execution
        imagebuilder get workflow-step-execution
        imagebuilder list component-build-versions components container-recipes distribution-configurations image-build-versions image-packages image-pipeline-images
        imagebuilder list image-pipelines image-recipes image-scan-finding-aggregations image-scan-findings images infrastructure-configurations lifecycle-execution-resources
        imagebuilder list lifecycle-executions lifecycle-policies tags-for-resource waiting-workflow-steps workflow-build-versions workflow-executions workflow-step-executions
        imagebuilder list workflows
        lambda get account-settings alias capacity-provider code-signing-config durable-execution durable-execution-history durable-execution-state event-source-mapping
        lambda get function-code-signing-config function-concurrency function-configuration function-event-invoke-config function-recursion-config function-scaling-config
        lambda get function-url-config layer-version-policy policy provisioned-concurrency-config runtime-management-config
        lambda list aliases capacity-providers code-signing-configs durable-executions-by-function event-source-mappings function-event-invoke-configs function-url-configs
        lambda list function-versions-by-capacity-provider functions functions-by-code-signing-config layer-versions layers provisioned-concurrency-configs tags
        lambda list versions-by-function
        lightsail get active-names alarms auto-snapshots blueprints bucket-bundles bucket-metric-data buckets bundles certificates cloud-formation-stack-records contact-methods
        lightsail get container-api-metadata container-images container-log container-service-deployments container-service-metric-data container-service-powers container-services
        lightsail get cost-estimate disk disk-snapshot disk-snapshots disks distribution-bundles distribution-latest-cache-reset distribution-metric-data distributions domain
        lightsail get domains export-snapshot-records instance instance-metric-data instance-port-states instance-snapshot instance-snapshots instance-state instances key-pair
        lightsail get key-pairs load-balancer load-balancer-metric-data load-balancer-tls-certificates load-balancer-tls-policies load-balancers operation operations
        lightsail get operations-for-resource regions relational-database relational-database-blueprints relational-database-bundles relational-database-events
        lightsail get relational-database-log-events relational-database-log-streams relational-database-metric-data relational-database-parameters relational-database-snapshot
        lightsail get relational-database-snapshots relational-databases setup-history static-ip static-ips
        """;
}
