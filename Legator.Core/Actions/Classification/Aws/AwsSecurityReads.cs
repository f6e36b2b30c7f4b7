namespace Legator.Core.Actions.Classification.Aws;

/// <summary>Identity and security: the operations that only look. A line holds a service, a verb and what it looks at; after = stand whole names.</summary>
internal static class AwsSecurityReads
{
    /// <summary>The table.</summary>
    public const string Table =
        """
        accessanalyzer = validate-policy
        accessanalyzer check access-not-granted no-new-access no-public-access
        accessanalyzer get access-preview analyzed-resource analyzer archive-rule finding finding-recommendation finding-v2 findings-statistics generated-policy
        accessanalyzer list access-preview-findings access-previews analyzed-resources analyzers archive-rules findings findings-v2 policy-generations tags-for-resource
        account get account-information alternate-contact contact-information gov-cloud-account-information primary-email region-opt-status
        account list regions
        cloudhsmv2 describe backups clusters
        cloudhsmv2 get resource-policy
        cloudhsmv2 list tags
        cognito-identity = lookup-developer-identity
        cognito-identity describe identity identity-pool
        cognito-identity get identity-pool-roles principal-tag-attribute-map
        cognito-identity list identities identity-pools tags-for-resource
        cognito-idp describe identity-provider managed-login-branding managed-login-branding-by-client resource-server risk-configuration terms user-import-job user-pool
        cognito-idp describe user-pool-domain
        cognito-idp get csv-header device group identity-provider-by-identifier log-delivery-configuration signing-certificate ui-customization user-auth-factors
        cognito-idp get user-pool-mfa-config
        cognito-idp list devices groups identity-providers resource-servers tags-for-resource terms user-import-jobs user-pool-clients user-pools users users-in-group
        cognito-idp list web-authn-credentials
        guardduty describe malware-scans organization-configuration publishing-destination
        guardduty get administrator-account coverage-statistics detector filter findings findings-statistics invitations-count ip-set malware-protection-plan malware-scan
        guardduty get malware-scan-settings master-account member-detectors members organization-statistics remaining-free-trial-days threat-entity-set threat-intel-set
        guardduty get trusted-entity-set usage-statistics
        guardduty list coverage detectors filters findings invitations ip-sets malware-protection-plans malware-scans members organization-admin-accounts publishing-destinations
        guardduty list tags-for-resource threat-entity-sets threat-intel-sets trusted-entity-sets
        iam get access-key-last-used account-authorization-details account-password-policy account-summary context-keys-for-custom-policy context-keys-for-principal-policy
        iam get credential-report delegation-request group group-policy human-readable-summary instance-profile login-profile mfa-device open-id-connect-provider
        iam get organizations-access-report outbound-web-identity-federation-info policy policy-version role role-policy saml-provider server-certificate
        iam get service-last-accessed-details service-last-accessed-details-with-entities service-linked-role-deletion-status ssh-public-key user user-policy
        iam list access-keys account-aliases attached-group-policies attached-role-policies attached-user-policies delegation-requests entities-for-policy group-policies groups
        iam list groups-for-user instance-profile-tags instance-profiles instance-profiles-for-role mfa-device-tags mfa-devices open-id-connect-provider-tags
        iam list open-id-connect-providers organizations-features policies policies-granting-service-access policy-tags policy-versions role-policies role-tags roles
        iam list saml-provider-tags saml-providers server-certificate-tags server-certificates service-specific-credentials signing-certificates ssh-public-keys user-policies
        iam list user-tags users virtual-mfa-devices
        iam simulate custom-policy principal-policy
        identitystore = is-member-in-groups
        identitystore describe group group-membership user
        identitystore get group-id group-membership-id user-id
        identitystore list group-memberships group-memberships-for-member groups users
        inspector2 = search-vulnerabilities
        inspector2 batch get-account-status get-code-snippet get-finding-details get-free-trial-info get-member-ec2-deep-inspection-status
        inspector2 describe organization-configuration
        inspector2 get cis-scan-report cis-scan-result-details clusters-for-image code-security-integration code-security-scan code-security-scan-configuration configuration
        inspector2 get delegated-admin-account ec2-deep-inspection-configuration encryption-key findings-report-status member sbom-export
        inspector2 list account-permissions cis-scan-configurations cis-scan-results-aggregated-by-checks cis-scan-results-aggregated-by-target-resource cis-scans
        inspector2 list code-security-integrations code-security-scan-configuration-associations code-security-scan-configurations coverage coverage-statistics
        inspector2 list delegated-admin-accounts filters finding-aggregations findings members tags-for-resource usage-totals
        kms describe custom-key-stores key
        kms get key-last-usage key-policy key-rotation-status public-key
        kms list aliases grants key-policies key-rotations keys resource-tags retirable-grants
        organizations describe account create-account-status effective-policy handshake organization organizational-unit policy resource-policy responsibility-transfer
        organizations list accounts accounts-for-parent accounts-with-invalid-effective-policy aws-service-access-for-organization children create-account-status
        organizations list delegated-administrators delegated-services-for-account effective-policy-validation-errors handshakes-for-account handshakes-for-organization
        organizations list inbound-responsibility-transfers organizational-units-for-parent outbound-responsibility-transfers parents policies policies-for-target roots
        organizations list tags-for-resource targets-for-policy
        secretsmanager = validate-resource-policy
        secretsmanager describe secret
        secretsmanager get resource-policy
        secretsmanager list secret-version-ids secrets
        securityhub batch get-automation-rules get-configuration-policy-associations get-security-controls get-standards-control-associations
        securityhub describe action-targets hub organization-configuration products products-v2 security-hub-v2 standards standards-controls
        securityhub get administrator-account aggregator-v2 automation-rule-v2 configuration-policy configuration-policy-association connector-v2 enabled-standards
        securityhub get finding-aggregator finding-history finding-statistics-v2 findings findings-trends-v2 findings-v2 insight-results insights invitations-count master-account
        securityhub get members recommended-policy-v2 resources-statistics-v2 resources-trends-v2 resources-v2 security-control-definition
        securityhub list aggregators-v2 automation-rules automation-rules-v2 configuration-policies configuration-policy-associations connectors-v2 enabled-products-for-import
        securityhub list finding-aggregators invitations members organization-admin-accounts security-control-definitions standards-control-associations tags-for-resource
        signer describe signing-job
        signer get revocation-status signing-platform signing-profile
        signer list profile-permissions signing-jobs signing-platforms signing-profiles tags-for-resource
        sso list account-roles accounts
        sso-admin describe account-assignment-creation-status account-assignment-deletion-status application application-assignment application-provider instance
        sso-admin describe instance-access-control-attribute-configuration permission-set permission-set-provisioning-status region trusted-token-issuer
        sso-admin get application-access-scope application-assignment-configuration application-authentication-method application-grant application-session-configuration
        sso-admin get inline-policy-for-permission-set permissions-boundary-for-permission-set
        sso-admin list account-assignment-creation-status account-assignment-deletion-status account-assignments account-assignments-for-principal
        sso-admin list accounts-for-provisioned-permission-set application-access-scopes application-assignments application-assignments-for-principal
        sso-admin list application-authentication-methods application-grants application-providers applications customer-managed-policy-references-in-permission-set instances
        sso-admin list managed-policies-in-permission-set permission-set-provisioning-status permission-sets permission-sets-provisioned-to-account regions tags-for-resource
        sso-admin list trusted-token-issuers
        sts = decode-authorization-message
        sts get access-key-info caller-identity
        """;
}
