namespace Legator.Core.Actions.Classification.Azure;

/// <summary>Networks, machines, databases, storage and monitoring: the commands that only look. A line holds a group and its commands.</summary>
internal static class AzureResourceReads
{
    /// <summary>The table.</summary>
    public const string Table =
        """
        mariadb server: list show
        monitor account: list show
        monitor action-group: list show
        monitor alert: list show
        monitor activity-log: list list-categories
        monitor activity-log alert: list show
        monitor alert-processing-rule: list show
        monitor app-insights: query
        monitor app-insights component: show
        monitor app-insights events: show
        monitor app-insights metrics: show get-metadata
        monitor app-insights web-test: list show
        monitor autoscale: list show
        monitor autoscale rule: list
        monitor autoscale profile: list show list-timezones
        monitor data-collection endpoint: list show
        monitor data-collection rule: list show
        monitor data-collection rule association: list show
        monitor diagnostic-settings: list show
        monitor diagnostic-settings categories: list show
        monitor diagnostic-settings subscription: list show
        monitor log-analytics: query
        monitor log-analytics cluster: list show
        monitor log-analytics solution: list show
        monitor log-analytics workspace: list show list-usages list-management-groups get-schema list-deleted-workspaces list-available-service-tier
        monitor log-analytics workspace table: list show
        monitor log-analytics workspace saved-search: list show
        monitor log-analytics workspace data-export: list show
        monitor log-profiles: list show
        monitor metrics: list list-definitions list-namespaces
        monitor metrics alert: list show
        monitor private-link-scope: list show
        monitor scheduled-query: list show
        mysql flexible-server: list show list-skus
        mysql flexible-server ad-admin: list show
        mysql flexible-server backup: list show
        mysql flexible-server db: list show
        mysql flexible-server firewall-rule: list show
        mysql flexible-server parameter: list show
        mysql flexible-server replica: list
        mysql flexible-server server-logs: list
        mysql flexible-server threat-protection-policy: show
        mysql server: list show list-skus
        mysql server configuration: list show
        mysql db: list show
        network application-gateway: list show show-backend-health
        network application-gateway address-pool: list show
        network application-gateway frontend-ip: list show
        network application-gateway frontend-port: list show
        network application-gateway http-listener: list show
        network application-gateway http-settings: list show
        network application-gateway probe: list show
        network application-gateway rule: list show
        network application-gateway ssl-cert: list show
        network application-gateway ssl-policy: show list-options
        network application-gateway url-path-map: list show
        network application-gateway waf-config: show list-rule-sets
        network application-gateway waf-policy: list show
        network asg: list show
        network bastion: list show
        network ddos-protection: list show
        network dns record-set: list
        network dns record-set a: list show
        network dns record-set aaaa: list show
        network dns record-set caa: list show
        network dns record-set cname: list show
        network dns record-set mx: list show
        network dns record-set ns: list show
        network dns record-set ptr: list show
        network dns record-set soa: show
        network dns record-set srv: list show
        network dns record-set txt: list show
        network dns zone: list show
        network express-route: list show get-stats list-arp-tables list-route-tables list-route-tables-summary list-service-providers
        network express-route peering: list show get-stats
        network express-route gateway: list show
        network firewall: list show list-fqdn-tags learned-ip-prefix
        network firewall application-rule: list show
        network firewall ip-config: list show
        network firewall nat-rule: list show
        network firewall network-rule: list show
        network firewall policy: list show
        network firewall policy rule-collection-group: list show
        network front-door: list show
        network front-door waf-policy: list show
        network lb: list show list-nic
        network lb address-pool: list show
        network lb frontend-ip: list show
        network lb inbound-nat-rule: list show
        network lb outbound-rule: list show
        network lb probe: list show
        network lb rule: list show
        network local-gateway: list show
        network manager: list show
        network nat gateway: list show
        network nic: list show list-effective-nsg show-effective-route-table
        network nic ip-config: list show
        network nsg: list show
        network nsg rule: list show
        network perimeter: list show
        network private-dns link vnet: list show
        network private-dns record-set: list
        network private-dns record-set a: list show
        network private-dns record-set cname: list show
        network private-dns record-set txt: list show
        network private-dns zone: list show
        network private-endpoint: list show
        network private-endpoint dns-zone-group: list show
        network private-endpoint-connection: list show
        network private-link-resource: list
        network private-link-service: list show
        network public-ip: list show
        network public-ip prefix: list show
        network route-filter: list show
        network route-table: list show
        network route-table route: list show
        network service-endpoint: list
        network traffic-manager endpoint: list show
        network traffic-manager profile: list show check-dns
        network vhub: list show get-effective-routes
        network vnet: list show list-endpoint-services check-ip-address list-available-ips
        network vnet peering: list show
        network vnet subnet: list show list-available-delegations list-available-ips
        network vnet-gateway: list show list-advertised-routes list-bgp-peer-status list-learned-routes
        network vpn-connection: list show
        network vpn-gateway: list show
        network vwan: list show
        network watcher: list show-next-hop show-security-group-view show-topology test-ip-flow
        network watcher connection-monitor: list show query
        network watcher flow-log: list show
        network watcher packet-capture: list show show-status
        network: list-usages list-service-aliases list-service-tags
        pipelines: list show
        pipelines agent: list show
        pipelines build: list show
        pipelines pool: list show
        pipelines queue: list show
        pipelines release: list show
        pipelines runs: list show
        policy assignment: list show
        policy definition: list show
        policy event: list
        policy exemption: list show
        policy metadata: list show
        policy remediation: list show
        policy set-definition: list show
        policy state: list summarize
        postgres flexible-server: list show list-skus
        postgres flexible-server backup: list show
        postgres flexible-server db: list show
        postgres flexible-server firewall-rule: list show
        postgres flexible-server microsoft-entra-admin: list show
        postgres flexible-server migration: list show
        postgres flexible-server parameter: list show
        postgres flexible-server replica: list
        postgres flexible-server server-logs: list
        postgres flexible-server virtual-endpoint: list show
        postgres server: list show list-skus
        postgres server configuration: list show
        postgres db: list show
        ppg: list show
        provider: list show
        provider operation: list show
        provider permission: list
        quota: list show
        quota usage: list show
        redis: list show
        redis firewall-rules: list show
        redis patch-schedule: show
        redis server-link: list show
        relay namespace: list show exists
        repos: list show
        repos pr: list show
        repos ref: list
        resource: list show
        resource link: list show
        resource lock: list show
        role assignment: list list-changelogs
        role definition: list show
        search service: list show
        security alert: list show
        security assessment: list show
        security assessment-metadata: list show
        security atp storage: show
        security contact: list show
        security pricing: list show
        security secure-score-controls: list
        security secure-scores: list show
        security sub-assessment: list show
        security task: list show
        security topology: list show
        servicebus namespace: list show exists
        servicebus namespace authorization-rule: list show
        servicebus queue: list show
        servicebus topic: list show
        servicebus topic subscription: list show
        servicebus topic subscription rule: list show
        sf cluster: list show
        sf application: list show
        signalr: list show
        snapshot: list show
        spring: list show
        spring app: list show
        spring app deployment: list show
        sql db: list show list-editions list-usages
        sql db audit-policy: show
        sql db op: list
        sql db replica: list-links
        sql db tde: show
        sql db threat-policy: show
        sql db ltr-backup: list show
        sql db ltr-policy: show
        sql db str-policy: show
        sql elastic-pool: list show list-dbs list-editions
        sql elastic-pool op: list
        sql failover-group: list show
        sql mi: list show
        sql mi op: list show
        sql midb: list show list-deleted
        sql server: list show list-usages
        sql server ad-admin: list
        sql server ad-only-auth: get
        sql server audit-policy: show
        sql server conn-policy: show
        sql server firewall-rule: list show
        sql server vnet-rule: list show
        sql server dns-alias: list show
        sql vm: list show
        sql vm group: list show
        sql: list-usages show-usage
        staticwebapp: list show
        staticwebapp environment: list show functions
        staticwebapp hostname: list show
        staticwebapp users: list
        storage account: list show show-usage check-name
        storage account blob-service-properties: show
        storage account encryption-scope: list show
        storage account file-service-properties: show
        storage account management-policy: show
        storage account network-rule: list
        storage account private-endpoint-connection: show
        storage account private-link-resource: list
        storage blob: list show exists
        storage blob metadata: show
        storage blob service-properties: show
        storage blob tag: list
        storage container: list show exists show-permission
        storage container metadata: show
        storage container policy: list show
        storage container immutability-policy: show
        storage container-rm: list show exists
        storage cors: list
        storage directory: list show exists
        storage entity: query show
        storage file: list show exists
        storage fs: list show exists
        storage fs directory: list show exists
        storage fs file: list show exists
        storage logging: show
        storage message: peek
        storage metrics: show
        storage queue: list exists stats
        storage queue metadata: show
        storage share: list show exists stats
        storage share-rm: list show exists stats
        storage sku: list
        storage table: list exists stats
        support tickets: list show
        support services: list show
        synapse spark pool: list show
        synapse sql pool: list show
        synapse workspace: list show
        vm: list show list-ip-addresses get-instance-view list-sizes list-skus list-usage list-vm-resize-options
        vm availability-set: list show list-sizes
        vm boot-diagnostics: get-boot-log
        vm diagnostics: get-default-config
        vm disk: list
        vm encryption: show
        vm extension: list show
        vm extension image: list list-names list-versions show
        vm host: list show get-instance-view
        vm host group: list show get-instance-view
        vm identity: show
        vm image: list list-offers list-publishers list-skus show
        vm image terms: show
        vm nic: list show
        vm run-command: list show
        vm secret: list
        vm unmanaged-disk: list
        vmss: list show list-instances list-instance-connection-info list-instance-public-ips list-skus get-instance-view get-os-upgrade-history
        vmss diagnostics: get-default-config
        vmss encryption: show
        vmss extension: list show
        vmss identity: show
        vmss nic: list list-vm-nics show
        vmss rolling-upgrade: get-latest
        vmss run-command: list show
        webapp: list show list-runtimes list-instances
        webapp config: show
        webapp config access-restriction: show
        webapp config hostname: list get-external-ip
        webapp config snapshot: list
        webapp config ssl: list show
        webapp cors: show
        webapp deployment slot: list
        webapp deployment source: show
        webapp hybrid-connection: list
        webapp identity: show
        webapp log: show tail
        webapp log deployment: list show
        webapp traffic-routing: show
        webapp vnet-integration: list
        webapp webjob continuous: list
        webapp webjob triggered: list log
        """;
}
