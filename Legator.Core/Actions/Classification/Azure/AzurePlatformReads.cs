namespace Legator.Core.Actions.Classification.Azure;

/// <summary>Accounts, clusters, apps and the rest of the platform: the commands that only look. A line holds a group and its commands.</summary>
internal static class AzurePlatformReads
{
    /// <summary>The table.</summary>
    public const string Table =
        """
        account subscription: list
        account tenant: list
        acr network-rule: list
        ad app federated-credential: list show
        afd custom-domain: list show
        afd rule: list show
        afd rule-set: list show
        afd security-policy: list show
        automation account: list show
        automation job: list show
        automation runbook: list show
        automation schedule: list show
        az: version
        account: list show list-locations
        account management-group: list show
        account lock: list show
        acr: list show show-usage check-name check-health list-endpoints
        acr repository: list show show-tags show-manifests list-deleted
        acr manifest: list show-metadata list-metadata list-referrers
        acr replication: list show
        acr task: list show list-runs logs
        acr webhook: list show list-events
        ad app: list show
        ad app owner: list
        ad app permission: list list-grants
        ad group: list show get-member-groups
        ad group member: list check
        ad group owner: list
        ad sp: list show
        ad sp owner: list
        ad user: list show get-member-groups
        ad signed-in-user: show list-owned-objects
        advisor recommendation: list
        advisor configuration: list
        afd endpoint: list show
        afd origin: list show
        afd origin-group: list show
        afd profile: list show
        afd route: list show
        aks: list show get-versions get-upgrades list-outbound-network-dependencies
        aks nodepool: list show get-upgrades
        aks addon: list list-available show
        aks maintenanceconfiguration: list show
        aks mesh: get-revisions get-upgrades
        aks operation: show show-latest
        aks machine: list show
        apim: list show check-name
        apim api: list show
        apim api operation: list show
        apim product: list show
        appconfig: list show
        appconfig feature: list show
        appconfig kv: list show
        appconfig revision: list
        appservice plan: list show
        appservice: list-locations
        appservice ase: list show list-plans list-addresses
        backup vault: list show
        backup vault backup-properties: show
        backup container: list show
        backup item: list show
        backup job: list show
        backup policy: list show list-associated-items
        backup recoverypoint: list show
        backup protectable-item: list show
        backup protection: check-vm
        batch account: list show
        batch job: list show
        batch pool: list show
        batch task: list show
        batch node: list show
        bicep: version list-versions
        billing account: list show
        billing invoice: list show
        billing subscription: list show
        boards work-item: show
        bot: show
        cache: list show
        capacity reservation: list show
        capacity reservation group: list show
        cdn endpoint: list show
        cdn profile: list show
        cdn origin: list show
        cloud: list show
        cognitiveservices account: list show list-kinds list-skus list-usage list-models
        cognitiveservices account deployment: list show
        connectedk8s: list show
        consumption budget: list show
        consumption usage: list
        consumption reservation summary: list
        container: list show logs
        containerapp: list show
        containerapp env: list show
        containerapp job: list show
        containerapp job execution: list show
        containerapp logs: show
        containerapp replica: list show
        containerapp revision: list show
        containerapp ingress: show
        containerapp ingress traffic: show
        cosmosdb: list show check-name-exists
        cosmosdb mongodb collection throughput: show
        cosmosdb mongodb database throughput: show
        cosmosdb private-endpoint-connection: show
        cosmosdb sql container: list show exists
        cosmosdb sql container throughput: show
        cosmosdb sql database: list show exists
        cosmosdb mongodb collection: list show exists
        cosmosdb mongodb database: list show exists
        cosmosdb cassandra keyspace: list show exists
        cosmosdb cassandra table: list show exists
        cosmosdb sql database throughput: show
        cosmosdb table: list show exists
        cosmosdb gremlin database: list show exists
        cosmosdb locations: list show
        cosmosdb restorable-database-account: list show
        databricks workspace: list show
        datafactory: list show
        datafactory pipeline: list show
        datafactory pipeline-run: show query-by-factory
        datafactory trigger: list show
        datafactory activity-run: query-by-pipeline-run
        dataprotection backup-vault: list show
        dataprotection backup-instance: list show
        dataprotection backup-policy: list show
        dataprotection job: list show
        dataprotection recovery-point: list show
        deployment group: list show validate what-if
        deployment sub: list show validate what-if
        deployment mg: list show
        deployment tenant: list show
        deployment operation group: list show
        deployment operation sub: list show
        deployment-scripts: list show show-log
        devops project: list show
        devops team: list show list-member
        disk: list show
        disk-encryption-set: list show
        disk-access: list show
        dls account: list show
        dms: list show
        dms project: list show
        dms project task: list show
        elastic-san: list show
        elastic-san volume: list show
        elastic-san volume-group: list show
        eventgrid domain: list show
        eventgrid event-subscription: list show
        eventgrid system-topic: list show
        eventgrid topic: list show
        eventgrid topic-type: list show
        eventhubs eventhub: list show
        eventhubs eventhub consumer-group: list show
        eventhubs namespace: list show exists
        eventhubs namespace authorization-rule: list show
        eventhubs cluster: list show
        extension: list show list-available list-versions
        feature: list show
        fleet: list show
        fleet member: list show
        fleet updaterun: list show
        fleet updatestrategy: list show
        functionapp: list show list-consumption-locations list-runtimes
        functionapp config: show
        functionapp config hostname: list
        functionapp config ssl: list show
        functionapp deployment slot: list
        functionapp deployment source: show
        functionapp function: list show
        functionapp identity: show
        functionapp plan: list show
        functionapp vnet-integration: list
        functionapp cors: show
        functionapp log deployment: list show
        graph: query
        grafana: list show
        grafana dashboard: list show
        group: list show exists
        group lock: list show
        hdinsight: list show list-usage
        identity: list show list-resources
        identity federated-credential: list show
        image: list show
        k8s-configuration flux: list show
        k8s-extension: list show
        reservations reservation-order: list show
        sig: list show list-shared list-community
        sig image-definition: list show
        sig image-version: list show
        iot hub: list show show-quota-metrics show-stats list-skus
        iot hub consumer-group: list show
        iot hub route: list show
        iot dps: list show
        keyvault: list show list-deleted show-deleted check-name
        keyvault certificate: list list-deleted list-versions show
        keyvault certificate issuer: list show
        keyvault key: list list-deleted list-versions show
        keyvault key rotation-policy: show
        keyvault secret: list list-deleted list-versions
        keyvault network-rule: list
        keyvault private-endpoint-connection: show
        keyvault private-link-resource: list
        keyvault role assignment: list
        keyvault role definition: list show
        kusto cluster: list show
        kusto database: list show
        lab vm: list show
        load: list show
        load test: list show
        load test-run: list show
        lock: list show
        logic workflow: list show
        logicapp: list show
        maintenance configuration: list show
        managedapp: list show
        managedservices assignment: list show
        managedservices definition: list show
        ml workspace: list show
        ml compute: list show
        ml job: list show
        ml model: list show
        ml online-endpoint: list show
        ml online-deployment: list show get-logs
        netappfiles account: list show
        netappfiles pool: list show
        netappfiles snapshot: list show
        netappfiles volume: list show
        notification-hub: list show
        notification-hub namespace: list show
        redisenterprise: list show
        redisenterprise database: list show
        reservations reservation: list show
        restore-point: show
        restore-point collection: list show
        sshkey: list show
        stack group: list show
        stack sub: list show
        stream-analytics job: list show
        tag: list
        term: show
        ts: list show
        webpubsub: list show
        """;
}
