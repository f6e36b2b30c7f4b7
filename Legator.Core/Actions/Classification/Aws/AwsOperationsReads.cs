namespace Legator.Core.Actions.Classification.Aws;

/// <summary>Monitoring, delivery and management: the operations that only look. A line holds a service, a verb and what it looks at; after = stand whole names.</summary>
internal static class AwsOperationsReads
{
    /// <summary>The table.</summary>
    public const string Table =
        """
        amp describe alert-manager-definition anomaly-detector logging-configuration query-logging-configuration resource-policy rule-groups-namespace scraper
        amp describe scraper-logging-configuration workspace workspace-configuration
        amp get default-scraper-configuration
        amp list anomaly-detectors rule-groups-namespaces scrapers tags-for-resource workspaces
        amplify get app backend-environment branch domain-association job
        amplify list apps artifacts backend-environments branches domain-associations jobs tags-for-resource
        appconfig = validate-configuration
        appconfig get account-settings application configuration-profile deployment deployment-strategy environment extension extension-association
        appconfig list applications configuration-profiles deployment-strategies deployments environments extension-associations extensions hosted-configuration-versions
        appconfig list tags-for-resource
        application-insights describe application component component-configuration component-configuration-recommendation log-pattern observation problem problem-observations
        application-insights describe workload
        application-insights list applications components configuration-history log-pattern-sets log-patterns problems tags-for-resource workloads
        budgets describe budget budget-action budget-action-histories budget-actions-for-account budget-actions-for-budget budget-notifications-for-account
        budgets describe budget-performance-history budgets notifications-for-budget subscribers-for-notification
        budgets list tags-for-resource
        ce describe cost-category-definition
        ce get anomalies anomaly-monitors anomaly-subscriptions approximate-usage-records commitment-purchase-analysis cost-and-usage cost-and-usage-comparisons
        ce get cost-and-usage-with-resources cost-categories cost-comparison-drivers cost-forecast dimension-values reservation-coverage reservation-purchase-recommendation
        ce get reservation-utilization rightsizing-recommendation savings-plan-purchase-recommendation-details savings-plans-coverage savings-plans-purchase-recommendation
        ce get savings-plans-utilization savings-plans-utilization-details tags usage-forecast
        ce list commitment-purchase-analyses cost-allocation-tag-backfill-history cost-allocation-tags cost-category-definitions cost-category-resource-associations
        ce list savings-plans-purchase-recommendation-generation tags-for-resource
        cloudcontrol get resource resource-request-status
        cloudcontrol list resource-requests resources
        cloudformation = estimate-template-cost validate-template
        cloudformation batch describe-type-configurations
        cloudformation describe account-limits change-set change-set-hooks events generated-template organizations-access publisher resource-scan stack-drift-detection-status
        cloudformation describe stack-events stack-instance stack-refactor stack-resource stack-resource-drifts stack-resources stack-set stack-set-operation stacks type
        cloudformation describe type-registration
        cloudformation get generated-template hook-result stack-policy template template-summary
        cloudformation list change-sets exports generated-templates hook-results imports resource-scan-related-resources resource-scan-resources resource-scans
        cloudformation list stack-instance-resource-drifts stack-instances stack-refactor-actions stack-refactors stack-resources stack-set-auto-deployment-targets
        cloudformation list stack-set-operation-results stack-set-operations stack-sets stacks type-registrations type-versions types
        cloudtrail = lookup-events search-sample-queries
        cloudtrail describe query trails
        cloudtrail get channel dashboard event-configuration event-data-store event-selectors import insight-selectors query-results resource-policy trail trail-status
        cloudtrail list channels dashboards event-data-stores import-failures imports insights-data insights-metric-data public-keys queries tags trails
        cloudwatch describe alarm-contributors alarm-history alarms alarms-for-metric anomaly-detectors insight-rules
        cloudwatch get alarm-mute-rule dashboard insight-rule-report metric-data metric-statistics metric-stream metric-widget-image otel-enrichment
        cloudwatch list alarm-mute-rules dashboards managed-insight-rules metric-streams metrics tags-for-resource
        codeartifact describe domain package package-group package-version repository
        codeartifact get associated-package-group domain-permissions-policy package-version-readme repository-endpoint repository-permissions-policy
        codeartifact list allowed-repositories-for-group associated-packages domains package-groups package-version-assets package-version-dependencies package-versions packages
        codeartifact list repositories repositories-in-domain sub-package-groups tags-for-resource
        codebuild batch get-build-batches get-builds get-command-executions get-fleets get-projects get-report-groups get-reports get-sandboxes
        codebuild describe code-coverages test-cases
        codebuild get report-group-trend resource-policy
        codebuild list build-batches build-batches-for-project builds builds-for-project command-executions-for-sandbox curated-environment-images fleets projects report-groups
        codebuild list reports reports-for-report-group sandboxes sandboxes-for-project shared-projects shared-report-groups source-credentials
        codecommit batch describe-merge-conflicts get-commits get-repositories
        codecommit describe merge-conflicts pull-request-events
        codecommit get approval-rule-template blob branch comment comment-reactions comments-for-compared-commit comments-for-pull-request commit differences file folder
        codecommit get merge-commit merge-conflicts merge-options pull-request pull-request-approval-states pull-request-override-state repository repository-triggers
        codecommit list approval-rule-templates associated-approval-rule-templates-for-repository branches file-commit-history pull-requests repositories
        codecommit list repositories-for-approval-rule-template tags-for-resource
        codeconnections get connection host repository-link repository-sync-status resource-sync-status sync-blocker-summary sync-configuration
        codeconnections list connections hosts repository-links repository-sync-definitions sync-configurations tags-for-resource
        codepipeline get action-type pipeline pipeline-execution pipeline-state
        codepipeline list action-executions action-types deploy-action-execution-targets pipeline-executions pipelines rule-executions rule-types tags-for-resource
        codestar-connections get connection host repository-link repository-sync-status resource-sync-status sync-blocker-summary sync-configuration
        codestar-connections list connections hosts repository-links repository-sync-definitions sync-configurations tags-for-resource
        configservice batch get-aggregate-resource-config get-resource-config
        configservice describe aggregate-compliance-by-config-rules aggregate-compliance-by-conformance-packs aggregation-authorizations compliance-by-config-rule
        configservice describe compliance-by-resource config-rule-evaluation-status config-rules configuration-aggregator-sources-status configuration-aggregators
        configservice describe configuration-recorder-status configuration-recorders conformance-pack-compliance conformance-pack-status conformance-packs delivery-channel-status
        configservice describe delivery-channels organization-config-rule-statuses organization-config-rules organization-conformance-pack-statuses organization-conformance-packs
        configservice describe pending-aggregation-requests remediation-configurations remediation-exceptions remediation-execution-status retention-configurations
        configservice get aggregate-compliance-details-by-config-rule aggregate-config-rule-compliance-summary aggregate-conformance-pack-compliance-summary
        configservice get aggregate-discovered-resource-counts aggregate-resource-config compliance-details-by-config-rule compliance-details-by-resource
        configservice get compliance-summary-by-config-rule compliance-summary-by-resource-type conformance-pack-compliance-details conformance-pack-compliance-summary
        configservice get custom-rule-policy discovered-resource-counts organization-config-rule-detailed-status organization-conformance-pack-detailed-status
        configservice get organization-custom-rule-policy resource-config-history resource-evaluation-summary stored-query
        configservice list aggregate-discovered-resources configuration-recorders conformance-pack-compliance-scores discovered-resources resource-evaluations stored-queries
        configservice list tags-for-resource
        configservice select aggregate-resource-config resource-config
        controltower get baseline baseline-operation control-operation enabled-baseline enabled-control landing-zone landing-zone-operation
        controltower list baselines control-operations enabled-baselines enabled-controls landing-zone-operations landing-zones tags-for-resource
        cur describe report-definitions
        cur list tags-for-resource
        deploy batch get-application-revisions get-applications get-deployment-groups get-deployment-instances get-deployment-targets get-deployments get-on-premises-instances
        deploy get application application-revision deployment deployment-config deployment-group deployment-instance deployment-target on-premises-instance
        deploy list application-revisions applications deployment-configs deployment-groups deployment-instances deployment-targets deployments git-hub-account-token-names
        deploy list on-premises-instances tags-for-resource
        ds describe ad-assessment ca-enrollment-policy certificate client-authentication-settings conditional-forwarders directories directory-data-access domain-controllers
        ds describe event-topics hybrid-ad-update ldaps-settings regions settings shared-directories snapshots trusts update-directory
        ds get directory-limits snapshot-limits
        ds list ad-assessments certificates ip-routes log-subscriptions schema-extensions tags-for-resource
        events describe api-destination archive connection endpoint event-bus event-source partner-event-source replay rule
        events list api-destinations archives connections endpoints event-buses event-sources partner-event-source-accounts partner-event-sources replays rule-names-by-target rules
        events list tags-for-resource targets-by-rule
        fis get action experiment experiment-target-account-configuration experiment-template safety-lever target-account-configuration target-resource-type
        fis list actions experiment-resolved-targets experiment-target-account-configurations experiment-templates experiments tags-for-resource target-account-configurations
        fis list target-resource-types
        grafana describe workspace workspace-authentication workspace-configuration
        grafana list permissions tags-for-resource versions workspace-service-account-tokens workspace-service-accounts workspaces
        health describe affected-accounts-for-organization affected-entities affected-entities-for-organization entity-aggregates entity-aggregates-for-organization
        health describe event-aggregates event-details event-details-for-organization event-types events events-for-organization health-service-status-for-organization
        kafka describe cluster cluster-operation cluster-operation-v2 cluster-v2 configuration configuration-revision replicator topic topic-partitions vpc-connection
        kafka get bootstrap-brokers cluster-policy compatible-kafka-versions
        kafka list client-vpc-connections cluster-operations cluster-operations-v2 clusters clusters-v2 configuration-revisions configurations kafka-versions nodes replicators
        kafka list scram-secrets tags-for-resource topics vpc-connections
        logs = filter-log-events tail
        logs describe account-policies configuration-templates deliveries delivery-destinations delivery-sources destinations export-tasks field-indexes import-task-batches
        logs describe import-tasks index-policies log-groups log-streams lookup-tables metric-filters queries query-definitions resource-policies subscription-filters
        logs get data-protection-policy delivery delivery-destination delivery-destination-policy delivery-source integration log-anomaly-detector log-events log-fields
        logs get log-group-fields log-object log-record lookup-table query-results scheduled-query scheduled-query-history transformer
        logs list aggregate-log-group-summaries anomalies integrations log-anomaly-detectors log-groups log-groups-for-query scheduled-queries sources-for-s3-table-integration
        logs list tags-for-resource tags-log-group
        logs start live-tail query
        mq describe broker broker-engine-types broker-instance-options configuration configuration-revision user
        mq list brokers configuration-revisions configurations tags users
        mwaa get environment
        mwaa list environments tags-for-resource
        pipes describe pipe
        pipes list pipes tags-for-resource
        pricing describe services
        pricing get attribute-values price-list-file-url products
        pricing list price-lists
        resource-explorer-2 = search
        resource-explorer-2 batch get-view
        resource-explorer-2 get account-level-service-configuration default-view index managed-view resource-explorer-setup service-index service-view view
        resource-explorer-2 list indexes indexes-for-members managed-views resources service-indexes service-views streaming-access-for-services supported-resource-types
        resource-explorer-2 list tags-for-resource views
        resource-groups = search-resources
        resource-groups get account-settings group group-configuration group-query tag-sync-task tags
        resource-groups list group-resources grouping-statuses groups tag-sync-tasks
        resourcegroupstaggingapi describe report-creation
        resourcegroupstaggingapi get compliance-summary resources tag-keys tag-values
        resourcegroupstaggingapi list required-tags
        rum batch get-rum-metric-definitions
        rum get app-monitor app-monitor-data resource-policy
        rum list app-monitors rum-metrics-destinations tags-for-resource
        sagemaker = query-lineage search-training-plan-offerings
        sagemaker batch describe-model-package
        sagemaker describe action ai-benchmark-job ai-recommendation-job ai-workload-config algorithm app app-image-config artifact auto-ml-job auto-ml-job-v2 cluster cluster-event
        sagemaker describe cluster-node cluster-scheduler-config code-repository compilation-job compute-quota context data-quality-job-definition device device-fleet domain
        sagemaker describe edge-deployment-plan edge-packaging-job endpoint endpoint-config experiment feature-group feature-metadata flow-definition hub hub-content human-task-ui
        sagemaker describe hyper-parameter-tuning-job image image-version inference-component inference-experiment inference-recommendations-job labeling-job lineage-group
        sagemaker describe mlflow-app mlflow-tracking-server model model-bias-job-definition model-card model-card-export-job model-explainability-job-definition model-package
        sagemaker describe model-package-group model-quality-job-definition monitoring-schedule notebook-instance notebook-instance-lifecycle-config optimization-job partner-app
        sagemaker describe pipeline pipeline-definition-for-execution pipeline-execution processing-job project reserved-capacity space studio-lifecycle-config subscribed-workteam
        sagemaker describe training-job training-plan training-plan-extension-history transform-job trial trial-component user-profile workforce workteam
        sagemaker get device-fleet-report lineage-group-policy model-package-group-policy sagemaker-servicecatalog-portfolio-status scaling-configuration-recommendation
        sagemaker get search-suggestions
        sagemaker list actions ai-benchmark-jobs ai-recommendation-jobs ai-workload-configs algorithms aliases app-image-configs apps artifacts associations auto-ml-jobs
        sagemaker list candidates-for-auto-ml-job cluster-events cluster-nodes cluster-scheduler-configs clusters code-repositories compilation-jobs compute-quotas contexts
        sagemaker list data-quality-job-definitions device-fleets devices domains edge-deployment-plans edge-packaging-jobs endpoint-configs endpoints experiments feature-groups
        sagemaker list flow-definitions hub-content-versions hub-contents hubs human-task-uis hyper-parameter-tuning-jobs image-versions images inference-components
        sagemaker list inference-experiments inference-recommendations-job-steps inference-recommendations-jobs labeling-jobs labeling-jobs-for-workteam lineage-groups mlflow-apps
        sagemaker list mlflow-tracking-servers model-bias-job-definitions model-card-export-jobs model-card-versions model-cards model-explainability-job-definitions model-metadata
        sagemaker list model-package-groups model-packages model-quality-job-definitions models monitoring-alert-history monitoring-alerts monitoring-executions
        sagemaker list monitoring-schedules notebook-instance-lifecycle-configs notebook-instances optimization-jobs partner-apps pipeline-execution-steps pipeline-executions
        sagemaker list pipeline-parameters-for-execution pipeline-versions pipelines processing-jobs projects resource-catalogs spaces stage-devices studio-lifecycle-configs
        sagemaker list subscribed-workteams tags training-jobs training-jobs-for-hyper-parameter-tuning-job training-plans transform-jobs trial-components trials
        sagemaker list ultra-servers-by-reserved-capacity user-profiles workforces workteams
        savingsplans describe savings-plan-rates savings-plans savings-plans-offering-rates savings-plans-offerings
        savingsplans list tags-for-resource
        scheduler get schedule schedule-group
        scheduler list schedule-groups schedules tags-for-resource
        schemas = search-schemas
        schemas describe code-binding discoverer registry schema
        schemas get discovered-schema resource-policy
        schemas list discoverers registries schema-versions schemas tags-for-resource
        service-quotas get association-for-service-quota-template auto-management-configuration aws-default-service-quota quota-utilization-report requested-service-quota-change
        service-quotas get service-quota service-quota-increase-request-from-template
        service-quotas list aws-default-service-quotas requested-service-quota-change-history requested-service-quota-change-history-by-quota
        service-quotas list service-quota-increase-requests-in-template service-quotas services tags-for-resource
        ses describe active-receipt-rule-set configuration-set receipt-rule receipt-rule-set
        ses get account-sending-enabled custom-verification-email-template identity-dkim-attributes identity-mail-from-domain-attributes identity-notification-attributes
        ses get identity-policies identity-verification-attributes send-quota send-statistics template
        ses list configuration-sets custom-verification-email-templates identities identity-policies receipt-filters receipt-rule-sets templates verified-email-addresses
        sesv2 batch get-metric-data
        sesv2 get account blacklist-reports configuration-set configuration-set-event-destinations contact contact-list custom-verification-email-template dedicated-ip
        sesv2 get dedicated-ip-pool dedicated-ips deliverability-dashboard-options deliverability-test-report domain-deliverability-campaign domain-statistics-report
        sesv2 get email-address-insights email-identity email-identity-policies email-template export-job import-job message-insights multi-region-endpoint reputation-entity
        sesv2 get suppressed-destination tenant
        sesv2 list configuration-sets contact-lists contacts custom-verification-email-templates dedicated-ip-pools deliverability-test-reports domain-deliverability-campaigns
        sesv2 list email-identities email-templates export-jobs import-jobs multi-region-endpoints recommendations reputation-entities resource-tenants suppressed-destinations
        sesv2 list tags-for-resource tenant-resources tenants
        sns = check-if-phone-number-is-opted-out
        sns get data-protection-policy endpoint-attributes platform-application-attributes sms-attributes sms-sandbox-account-status subscription-attributes topic-attributes
        sns list endpoints-by-platform-application origination-numbers phone-numbers-opted-out platform-applications sms-sandbox-phone-numbers subscriptions subscriptions-by-topic
        sns list tags-for-resource topics
        sqs get queue-attributes queue-url
        sqs list dead-letter-source-queues message-move-tasks queue-tags queues
        ssm describe activations association association-execution-targets association-executions automation-executions automation-step-executions available-patches document
        ssm describe document-permission effective-instance-associations effective-patches-for-patch-baseline instance-associations-status instance-information
        ssm describe instance-patch-states instance-patch-states-for-patch-group instance-patches instance-properties inventory-deletions
        ssm describe maintenance-window-execution-task-invocations maintenance-window-execution-tasks maintenance-window-executions maintenance-window-schedule
        ssm describe maintenance-window-targets maintenance-window-tasks maintenance-windows maintenance-windows-for-target ops-items parameters patch-baselines patch-group-state
        ssm describe patch-groups patch-properties sessions
        ssm get automation-execution calendar-state command-invocation connection-status default-patch-baseline deployable-patch-snapshot-for-instance document execution-preview
        ssm get inventory inventory-schema maintenance-window maintenance-window-execution maintenance-window-execution-task maintenance-window-execution-task-invocation
        ssm get maintenance-window-task ops-item ops-metadata ops-summary parameter parameter-history parameters parameters-by-path patch-baseline patch-baseline-for-patch-group
        ssm get resource-policies service-setting
        ssm list association-versions associations command-invocations commands compliance-items compliance-summaries document-metadata-history document-versions documents
        ssm list inventory-entries nodes nodes-summary ops-item-events ops-item-related-items ops-metadata resource-compliance-summaries resource-data-sync tags-for-resource
        ssm-incidents batch get-incident-findings
        ssm-incidents get incident-record replication-set resource-policies response-plan timeline-event
        ssm-incidents list incident-findings incident-records related-items replication-sets response-plans tags-for-resource timeline-events
        stepfunctions = validate-state-machine-definition
        stepfunctions describe activity execution map-run state-machine state-machine-alias state-machine-for-execution
        stepfunctions get execution-history
        stepfunctions list activities executions map-runs state-machine-aliases state-machine-versions state-machines tags-for-resource
        support describe attachment cases communications create-case-options services severity-levels supported-languages trusted-advisor-check-refresh-statuses
        support describe trusted-advisor-check-result trusted-advisor-check-summaries trusted-advisor-checks
        synthetics describe canaries canaries-last-run runtime-versions
        synthetics get canary canary-runs group
        synthetics list associated-groups group-resources groups tags-for-resource
        trustedadvisor get organization-recommendation recommendation
        trustedadvisor list checks organization-recommendation-accounts organization-recommendation-resources organization-recommendations recommendation-resources recommendations
        workspaces describe account account-modifications application-associations applications bundle-associations client-branding client-properties connect-client-add-ins
        workspaces describe connection-alias-permissions connection-aliases custom-workspace-image-import image-associations ip-groups tags workspace-associations workspace-bundles
        workspaces describe workspace-directories workspace-image-permissions workspace-images workspace-snapshots workspaces workspaces-connection-status workspaces-pool-sessions
        workspaces describe workspaces-pools
        workspaces get account-link
        workspaces list account-links available-management-cidr-ranges
        xray batch get-traces
        xray get encryption-config group groups indexing-rules insight insight-events insight-impact-graph insight-summaries retrieved-traces-graph sampling-rules
        xray get sampling-statistic-summaries sampling-targets service-graph time-series-service-statistics trace-graph trace-segment-destination trace-summaries
        xray list resource-policies retrieved-traces tags-for-resource
        """;
}
