namespace Legator.Core.Actions.Classification.Aws;

/// <summary>Applications, devices, models and the rest: the operations that only look and hand out no token, key or signed link. A line holds a service, a verb and what it looks at.</summary>
internal static class AwsApplicationReads
{
    /// <summary>The table.</summary>
    public const string Table =
        """
        appsync get api api-association api-cache channel-namespace data-source data-source-introspection domain-name function graphql-api
        appsync get resolver schema-creation-status source-api-association type
        appsync list apis channel-namespaces data-sources domain-names functions graphql-apis resolvers resolvers-by-function source-api-associations tags-for-resource types
        appsync list types-by-association
        bedrock get advanced-prompt-optimization-job automated-reasoning-policy automated-reasoning-policy-annotations automated-reasoning-policy-build-workflow
        bedrock get automated-reasoning-policy-build-workflow-result-assets automated-reasoning-policy-next-scenario automated-reasoning-policy-test-case
        bedrock get automated-reasoning-policy-test-result custom-model custom-model-deployment evaluation-job foundation-model foundation-model-availability guardrail
        bedrock get imported-model inference-profile marketplace-model-endpoint model-copy-job model-customization-job model-import-job model-invocation-job
        bedrock get model-invocation-logging-configuration prompt-router provisioned-model-throughput resource-policy use-case-for-model-access
        bedrock list advanced-prompt-optimization-jobs automated-reasoning-policies automated-reasoning-policy-build-workflows automated-reasoning-policy-test-cases
        bedrock list automated-reasoning-policy-test-results custom-model-deployments custom-models enforced-guardrails-configuration evaluation-jobs foundation-models
        bedrock list guardrails imported-models inference-profiles marketplace-model-endpoints model-copy-jobs model-customization-jobs model-import-jobs model-invocation-jobs
        bedrock list prompt-routers provisioned-model-throughputs tags-for-resource
        cloud9 describe environment-memberships environment-status environments
        cloud9 list environments tags-for-resource
        connect describe agent-status attached-files-configuration authentication-profile contact contact-evaluation contact-flow contact-flow-module contact-flow-module-alias
        connect describe data-table data-table-attribute email-address evaluation-form hours-of-operation hours-of-operation-override instance instance-attribute
        connect describe instance-storage-config notification phone-number predefined-attribute prompt queue quick-connect routing-profile rule security-profile test-case
        connect describe traffic-distribution-group user user-hierarchy-group user-hierarchy-structure view vocabulary workspace
        connect get contact-attributes contact-metrics current-metric-data current-user-data effective-hours-of-operations flow-association metric-data metric-data-v2
        connect get task-template test-case-execution-summary traffic-distribution
        connect list agent-statuses analytics-data-associations analytics-data-lake-data-sets approved-origins associated-contacts attached-files-configurations
        connect list authentication-profiles bots child-hours-of-operations contact-evaluations contact-flow-module-aliases contact-flow-module-versions contact-flow-modules
        connect list contact-flow-versions contact-flows data-table-attributes data-table-primary-values data-table-values data-tables default-vocabularies
        connect list entity-security-profiles evaluation-form-versions evaluation-forms flow-associations hours-of-operation-overrides hours-of-operations instance-attributes
        connect list instance-storage-configs instances integration-associations lambda-functions lex-bots notifications phone-numbers phone-numbers-v2 predefined-attributes
        connect list prompts queue-email-addresses queue-quick-connects queues quick-connects routing-profile-manual-assignment-queues routing-profile-queues routing-profiles
        connect list rules security-profile-applications security-profile-flow-modules security-profile-permissions security-profiles tags-for-resource task-templates
        connect list test-case-execution-records test-case-executions test-cases traffic-distribution-group-users traffic-distribution-groups use-cases user-hierarchy-groups
        connect list user-notifications user-proficiencies users view-versions views workspace-media workspace-pages workspaces
        connect search agent-statuses available-phone-numbers contact-evaluations contact-flow-modules contact-flows contacts data-tables email-addresses evaluation-forms
        connect search hours-of-operation-overrides hours-of-operations notifications predefined-attributes prompts queues quick-connects resource-tags routing-profiles
        connect search security-profiles test-cases user-hierarchy-groups users views vocabularies workspace-associations workspaces
        devops-guru describe account-health account-overview anomaly event-sources-config feedback insight organization-health organization-overview
        devops-guru describe organization-resource-collection-health resource-collection-health service-integration
        devops-guru get cost-estimation resource-collection
        devops-guru list anomalies-for-insight anomalous-log-groups events insights monitored-resources notification-channels organization-insights recommendations
        devops-guru search insights organization-insights
        drs describe job-log-items jobs launch-configuration-templates recovery-instances recovery-snapshots replication-configuration-templates source-networks source-servers
        drs get failback-replication-configuration launch-configuration replication-configuration
        drs list extensible-source-servers launch-actions staging-accounts tags-for-resource
        internetmonitor get health-event internet-event monitor query-results query-status
        internetmonitor list health-events internet-events monitors tags-for-resource
        iot describe account-audit-configuration audit-finding audit-mitigation-actions-task audit-suppression audit-task authorizer billing-group ca-certificate certificate
        iot describe certificate-provider custom-metric default-authorizer detect-mitigation-actions-task dimension domain-configuration encryption-configuration endpoint
        iot describe event-configurations fleet-metric index job job-execution job-template managed-job-template mitigation-action provisioning-template
        iot describe provisioning-template-version role-alias scheduled-audit security-profile stream thing thing-group thing-registration-task thing-type
        iot get behavior-model-training-summaries buckets-aggregation cardinality command command-execution effective-policies indexing-configuration logging-options package
        iot get package-configuration package-version percentiles policy policy-version statistics thing-connectivity-data v2-logging-options
        iot list active-violations attached-policies audit-findings audit-mitigation-actions-executions audit-mitigation-actions-tasks audit-suppressions audit-tasks
        iot list authorizers billing-groups ca-certificates certificate-providers certificates certificates-by-ca command-executions commands custom-metrics
        iot list detect-mitigation-actions-executions detect-mitigation-actions-tasks dimensions domain-configurations fleet-metrics indices job-executions-for-job
        iot list job-executions-for-thing job-templates jobs managed-job-templates metric-values mitigation-actions ota-updates outgoing-certificates package-versions packages
        iot list policies policy-principals policy-versions principal-policies principal-things principal-things-v2 provisioning-template-versions provisioning-templates
        iot list related-resources-for-audit-finding role-aliases sbom-validation-results scheduled-audits security-profiles security-profiles-for-target streams
        iot list tags-for-resource targets-for-policy targets-for-security-profile thing-groups thing-groups-for-thing thing-principals thing-principals-v2
        iot list thing-registration-task-reports thing-registration-tasks thing-types things things-in-billing-group things-in-thing-group topic-rules v2-logging-levels
        iot list violation-events
        iot search index
        kinesisanalyticsv2 describe application application-operation application-snapshot application-version
        kinesisanalyticsv2 list application-operations application-snapshots application-versions applications tags-for-resource
        license-manager get grant license license-asset-group license-asset-ruleset license-configuration license-conversion-task license-manager-report-generator
        license-manager get license-usage service-settings
        license-manager list assets-for-license-asset-group associations-for-license-configuration distributed-grants failures-for-license-configuration-operations
        license-manager list license-asset-groups license-asset-rulesets license-configurations license-configurations-for-organization license-conversion-tasks
        license-manager list license-manager-report-generators license-specifications-for-resource license-versions licenses received-grants received-grants-for-organization
        license-manager list received-licenses received-licenses-for-organization resource-inventory tags-for-resource usage-for-license-configuration
        macie2 describe buckets classification-job organization-configuration
        macie2 get administrator-account allow-list automated-discovery-configuration bucket-statistics classification-export-configuration classification-scope
        macie2 get custom-data-identifier finding-statistics findings findings-filter findings-publication-configuration invitations-count macie-session master-account member
        macie2 get resource-profile reveal-configuration sensitive-data-occurrences-availability sensitivity-inspection-template usage-statistics usage-totals
        macie2 list allow-lists automated-discovery-accounts classification-jobs classification-scopes custom-data-identifiers findings findings-filters invitations
        macie2 list managed-data-identifiers members organization-admin-accounts resource-profile-artifacts resource-profile-detections sensitivity-inspection-templates
        macie2 list tags-for-resource
        macie2 search resources
        networkmanager describe global-networks
        networkmanager get connect-attachment connect-peer connect-peer-associations connections core-network core-network-change-events core-network-change-set
        networkmanager get core-network-policy customer-gateway-associations devices direct-connect-gateway-attachment link-associations links network-resource-counts
        networkmanager get network-resource-relationships network-resources network-routes network-telemetry resource-policy route-analysis site-to-site-vpn-attachment sites
        networkmanager get transit-gateway-connect-peer-associations transit-gateway-peering transit-gateway-registrations transit-gateway-route-table-attachment
        networkmanager get vpc-attachment
        networkmanager list attachment-routing-policy-associations attachments connect-peers core-network-policy-versions core-network-prefix-list-associations
        networkmanager list core-network-routing-information core-networks organization-service-access-status peerings tags-for-resource
        oam get link sink sink-policy
        oam list attached-links links sinks tags-for-resource
        outposts get capacity-task catalog-item connection order outpost outpost-billing-information outpost-instance-types outpost-supported-instance-types renewal-pricing
        outposts get site site-address
        outposts list asset-instances assets blocking-instances-for-capacity-task capacity-tasks catalog-items orders outposts sites tags-for-resource
        pi describe dimension-keys
        pi get dimension-key-details performance-analysis-report resource-metadata resource-metrics
        pi list available-resource-dimensions available-resource-metrics performance-analysis-reports tags-for-resource
        quicksight describe account-custom-permission account-customization account-settings account-subscription action-connector-permissions analysis analysis-definition
        quicksight describe analysis-permissions automation-job brand-assignment custom-permissions dashboard dashboard-definition dashboard-permissions dashboard-snapshot-job
        quicksight describe dashboards-qa-configuration data-set data-set-permissions data-set-refresh-properties data-source data-source-permissions
        quicksight describe default-q-business-application folder folder-permissions folder-resolved-permissions group group-membership iam-policy-assignment ingestion
        quicksight describe ip-restriction key-registration namespace q-personalization-configuration quick-sight-q-search-configuration refresh-schedule
        quicksight describe role-custom-permission self-upgrade-configuration template template-alias template-definition template-permissions theme theme-alias
        quicksight describe theme-permissions topic topic-permissions topic-refresh topic-refresh-schedule user vpc-connection
        quicksight get flow-metadata flow-permissions
        quicksight list action-connectors analyses asset-bundle-export-jobs asset-bundle-import-jobs brands custom-permissions dashboard-versions dashboards data-sets
        quicksight list data-sources flows folder-members folders folders-for-resource group-memberships groups iam-policy-assignments iam-policy-assignments-for-user
        quicksight list identity-propagation-configs ingestions namespaces refresh-schedules role-memberships self-upgrades tags-for-resource template-aliases
        quicksight list template-versions templates theme-aliases theme-versions themes topic-refresh-schedules topic-reviewed-answers topics user-groups users vpc-connections
        quicksight search action-connectors analyses dashboards data-sets data-sources flows folders groups topics
        rolesanywhere get crl profile subject trust-anchor
        rolesanywhere list crls profiles subjects tags-for-resource trust-anchors
        servicecatalog describe constraint copy-product-status portfolio portfolio-share-status portfolio-shares product product-as-admin product-view provisioned-product
        servicecatalog describe provisioned-product-plan provisioning-artifact provisioning-parameters record service-action service-action-execution-parameters tag-option
        servicecatalog get aws-organizations-access-status provisioned-product-outputs
        servicecatalog list accepted-portfolio-shares budgets-for-resource constraints-for-portfolio launch-paths organization-portfolio-access portfolio-access portfolios
        servicecatalog list portfolios-for-product principals-for-portfolio provisioned-product-plans provisioning-artifacts provisioning-artifacts-for-service-action
        servicecatalog list record-history resources-for-tag-option service-actions service-actions-for-provisioning-artifact stack-instances-for-provisioned-product
        servicecatalog list tag-options
        servicecatalog search products products-as-admin provisioned-products
        waf get byte-match-set change-token-status geo-match-set ip-set logging-configuration permission-policy rate-based-rule rate-based-rule-managed-keys regex-match-set
        waf get regex-pattern-set rule rule-group sampled-requests size-constraint-set sql-injection-match-set web-acl xss-match-set
        waf list activated-rules-in-rule-group byte-match-sets geo-match-sets ip-sets logging-configurations rate-based-rules regex-match-sets regex-pattern-sets rule-groups
        waf list rules size-constraint-sets sql-injection-match-sets subscribed-rule-groups tags-for-resource web-acls xss-match-sets
        """;
}
