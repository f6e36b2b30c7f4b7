namespace Legator.Core.Actions.Classification.Aws;

/// <summary>Networks: the operations that only look. A line holds a service, a verb and what it looks at; after = stand whole names.</summary>
internal static class AwsNetworkReads
{
    /// <summary>The table.</summary>
    public const string Table =
        """
        acm = search-certificates
        acm describe certificate
        acm get account-configuration certificate
        acm list certificates tags-for-certificate
        acm-pca describe certificate-authority certificate-authority-audit-report
        acm-pca get certificate certificate-authority-certificate certificate-authority-csr policy
        acm-pca list certificate-authorities permissions tags
        apigateway get account authorizer authorizers base-path-mapping base-path-mappings client-certificate client-certificates deployment deployments documentation-part
        apigateway get documentation-parts documentation-version documentation-versions domain-name domain-name-access-associations domain-names gateway-response gateway-responses
        apigateway get integration integration-response method method-response model model-template models request-validator request-validators resource resources rest-api
        apigateway get rest-apis sdk-type sdk-types stage stages tags usage usage-plan usage-plans vpc-link vpc-links
        apigatewayv2 get api api-mapping api-mappings apis authorizer authorizers deployment deployments domain-name domain-names integration integration-response
        apigatewayv2 get integration-responses integrations model model-template models portal portal-product portal-product-sharing-policy product-page product-rest-endpoint-page
        apigatewayv2 get route route-response route-responses routes routing-rule stage stages tags vpc-link vpc-links
        apigatewayv2 list portal-products portals product-pages product-rest-endpoint-pages routing-rules
        appmesh describe gateway-route mesh route virtual-gateway virtual-node virtual-router virtual-service
        appmesh list gateway-routes meshes routes tags-for-resource virtual-gateways virtual-nodes virtual-routers virtual-services
        cloudfront describe connection-function function key-value-store
        cloudfront get anycast-ip-list cache-policy cache-policy-config cloud-front-origin-access-identity cloud-front-origin-access-identity-config connection-group
        cloudfront get connection-group-by-routing-endpoint continuous-deployment-policy continuous-deployment-policy-config distribution distribution-config distribution-tenant
        cloudfront get distribution-tenant-by-domain field-level-encryption field-level-encryption-config field-level-encryption-profile field-level-encryption-profile-config
        cloudfront get invalidation invalidation-for-distribution-tenant key-group key-group-config managed-certificate-details monitoring-subscription origin-access-control
        cloudfront get origin-access-control-config origin-request-policy origin-request-policy-config public-key public-key-config realtime-log-config resource-policy
        cloudfront get response-headers-policy response-headers-policy-config streaming-distribution streaming-distribution-config trust-store vpc-origin
        cloudfront list anycast-ip-lists cache-policies cloud-front-origin-access-identities conflicting-aliases connection-functions connection-groups
        cloudfront list continuous-deployment-policies distribution-tenants distribution-tenants-by-customization distributions distributions-by-anycast-ip-list-id
        cloudfront list distributions-by-cache-policy-id distributions-by-connection-function distributions-by-connection-mode distributions-by-key-group
        cloudfront list distributions-by-origin-request-policy-id distributions-by-owned-resource distributions-by-realtime-log-config distributions-by-response-headers-policy-id
        cloudfront list distributions-by-trust-store distributions-by-vpc-origin-id distributions-by-web-acl-id domain-conflicts field-level-encryption-configs
        cloudfront list field-level-encryption-profiles functions invalidations invalidations-for-distribution-tenant key-groups key-value-stores origin-access-controls
        cloudfront list origin-request-policies public-keys realtime-log-configs response-headers-policies streaming-distributions tags-for-resource trust-stores vpc-origins
        directconnect describe connection-loa connections connections-on-interconnect customer-metadata direct-connect-gateway-association-proposals
        directconnect describe direct-connect-gateway-associations direct-connect-gateway-attachments direct-connect-gateways hosted-connections interconnect-loa interconnects lags
        directconnect describe loa locations tags virtual-gateways
        directconnect list virtual-interface-test-history
        fms get admin-account admin-scope apps-list compliance-detail notification-channel policy protection-status protocols-list resource-set
        fms get third-party-firewall-association-status violation-details
        fms list admin-accounts-for-organization admins-managing-account apps-lists compliance-status discovered-resources member-accounts policies protocols-lists
        fms list resource-set-resources resource-sets tags-for-resource third-party-firewall-firewall-policies
        globalaccelerator describe accelerator accelerator-attributes cross-account-attachment custom-routing-accelerator custom-routing-accelerator-attributes
        globalaccelerator describe custom-routing-endpoint-group custom-routing-listener endpoint-group listener
        globalaccelerator list accelerators byoip-cidrs cross-account-attachments cross-account-resource-accounts cross-account-resources custom-routing-accelerators
        globalaccelerator list custom-routing-endpoint-groups custom-routing-listeners custom-routing-port-mappings custom-routing-port-mappings-by-destination endpoint-groups
        globalaccelerator list listeners tags-for-resource
        network-firewall describe firewall firewall-metadata firewall-policy flow-operation logging-configuration proxy proxy-configuration proxy-rule proxy-rule-group
        network-firewall describe resource-policy rule-group rule-group-metadata rule-group-summary tls-inspection-configuration vpc-endpoint-association
        network-firewall get analysis-report-results
        network-firewall list analysis-reports firewall-policies firewalls flow-operation-results flow-operations proxies proxy-configurations proxy-rule-groups rule-groups
        network-firewall list tags-for-resource tls-inspection-configurations vpc-endpoint-associations
        ram get permission resource-policies resource-share-associations resource-share-invitations resource-shares
        ram list pending-invitation-resources permission-associations permission-versions permissions principals replace-permission-associations-work resource-share-permissions
        ram list resource-types resources source-associations
        route53 = test-dns-answer
        route53 get account-limit change checker-ip-ranges dnssec geo-location health-check health-check-count health-check-last-failure-reason health-check-status hosted-zone
        route53 get hosted-zone-count hosted-zone-limit query-logging-config reusable-delegation-set reusable-delegation-set-limit traffic-policy traffic-policy-instance
        route53 get traffic-policy-instance-count
        route53 list cidr-blocks cidr-collections cidr-locations geo-locations health-checks hosted-zones hosted-zones-by-name hosted-zones-by-vpc query-logging-configs
        route53 list resource-record-sets reusable-delegation-sets tags-for-resource tags-for-resources traffic-policies traffic-policy-instances
        route53 list traffic-policy-instances-by-hosted-zone traffic-policy-instances-by-policy traffic-policy-versions vpc-association-authorizations
        route53domains = view-billing
        route53domains check domain-availability domain-transferability
        route53domains get contact-reachability-status domain-detail domain-suggestions operation-detail
        route53domains list domains operations prices tags-for-domain
        route53resolver get firewall-config firewall-domain-list firewall-rule-group firewall-rule-group-association firewall-rule-group-policy outpost-resolver resolver-config
        route53resolver get resolver-dnssec-config resolver-endpoint resolver-query-log-config resolver-query-log-config-association resolver-query-log-config-policy resolver-rule
        route53resolver get resolver-rule-association resolver-rule-policy
        route53resolver list firewall-configs firewall-domain-lists firewall-domains firewall-rule-group-associations firewall-rule-groups firewall-rules outpost-resolvers
        route53resolver list resolver-configs resolver-dnssec-configs resolver-endpoint-ip-addresses resolver-endpoints resolver-query-log-config-associations
        route53resolver list resolver-query-log-configs resolver-rule-associations resolver-rules tags-for-resource
        servicediscovery discover instances instances-revision
        servicediscovery get instance instances-health-status namespace operation service service-attributes
        servicediscovery list instances namespaces operations services tags-for-resource
        shield describe attack attack-statistics drt-access emergency-contact-settings protection protection-group subscription
        shield get subscription-state
        shield list attacks protection-groups protections resources-in-protection-group tags-for-resource
        vpc-lattice get access-log-subscription auth-policy domain-verification listener resource-configuration resource-gateway resource-policy rule service service-network
        vpc-lattice get service-network-resource-association service-network-service-association service-network-vpc-association target-group
        vpc-lattice list access-log-subscriptions domain-verifications listeners resource-configurations resource-endpoint-associations resource-gateways rules
        vpc-lattice list service-network-resource-associations service-network-service-associations service-network-vpc-associations service-network-vpc-endpoint-associations
        vpc-lattice list service-networks services tags-for-resource target-groups targets
        wafv2 = check-capacity
        wafv2 describe all-managed-products managed-products-by-vendor managed-rule-group
        wafv2 get ip-set logging-configuration managed-rule-set mobile-sdk-release permission-policy rate-based-statement-managed-keys regex-pattern-set rule-group sampled-requests
        wafv2 get top-path-statistics-by-traffic web-acl web-acl-for-resource
        wafv2 list available-managed-rule-group-versions available-managed-rule-groups ip-sets logging-configurations managed-rule-sets mobile-sdk-releases regex-pattern-sets
        wafv2 list resources-for-web-acl rule-groups tags-for-resource web-acls
        """;
}
