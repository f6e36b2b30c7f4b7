namespace Legator.Core.Guardrails;

/// <summary>The protection classes that ship with Legator. Nothing loosens them: an environment's classes are asked in addition. They stand behind the classifiers, so that a mistake in one of the two does no harm.</summary>
public static class BuiltInProtection
{
    /// <summary>All built-in classes.</summary>
    public static IReadOnlyList<ProtectionClass> Classes { get; } =
    [
        new("kubernetes-data",
        [
            Never("kubernetes", "delete persistentvolumeclaim/*", "A claim's data goes with it."),
            Never("kubernetes", "delete persistentvolume/*", "A volume's data goes with it."),
            Never("kubernetes", "delete namespace/*", "Everything in a namespace goes with it."),
            Never("kubernetes", "delete customresourcedefinition/*", "All objects of the kind go with its definition."),
            Never("kubernetes", "delete secret/*", "Nobody else may hold what a Secret holds."),
            Never("kubernetes", "delete statefulset/*", "A stateful set may take its claims with it."),
            Never("kubernetes", "delete *.cnpg.io/*", "It is a database, or a backup of one."),
            Never("kubernetes", "delete *.velero.io/*", "It is a backup, or the plan of one."),
            Never("kubernetes", "delete *.rds.aws.*/*", "It is a database."),
            Never("kubernetes", "patch persistentvolume/*reclaimpolicy*", "A reclaim policy decides whether data outlives its claim."),
        ]),
        new("legator-itself",
        [
            Never("kubernetes", "delete *.legator.io/*", "No agent removes what agents are held by."),
            Never("kubernetes", "scale *.legator.io/*", "No agent changes what agents are held by."),
            Never("kubernetes", "restart *.legator.io/*", "No agent changes what agents are held by."),
            Never("kubernetes", "delete *.admissionregistration.k8s.io/*", "It decides what the cluster lets through."),
        ]),
        new("ssh-safety",
        [
            Never("ssh", "*:/etc/shadow*", "Password hashes are nobody's business."),
            Never("ssh", "*:/etc/gshadow*", "Password hashes are nobody's business."),
            Never("ssh", "write *:/dev/*", "Devices hold data."),
            Never("ssh", "write *:/boot/*", "A machine that cannot start cannot be looked after."),
            new("ssh", "*:/etc/passwd*", ProtectionEffect.Audit, "Account names were read."),
        ]),
        new("sql-data",
        [
            Never("sql", "insert *", "Rows are data."),
            Never("sql", "update *", "Rows are data."),
            Never("sql", "delete *", "Rows are data."),
            Never("sql", "merge *", "Rows are data."),
            Never("sql", "truncate *", "Rows are data."),
            Never("sql", "drop *", "What is dropped is gone."),
        ]),
        new("aws-data",
        [
            Never("aws", "s3.rb*", "Buckets hold data."),
            Never("aws", "s3.rm*", "Objects are data."),
            Never("aws", "s3api.delete-*", "Objects are data."),
            Never("aws", "dynamodb.delete-*", "Tables hold data."),
            Never("aws", "rds.delete-*", "Databases hold data."),
            new("aws", "iam.create-access-key*", ProtectionEffect.Approve, "It makes a new way in."),
            new("aws", "ec2.terminate-instances*", ProtectionEffect.Approve, "Instance storage goes with the instance."),
            new("aws", "iam.delete-*", ProtectionEffect.Audit, "Somebody may lose access."),
        ]),
        new("azure-data",
        [
            Never("azure", "storage.*.delete*", "Storage holds data."),
            Never("azure", "sql.db.delete*", "Databases hold data."),
            Never("azure", "cosmosdb.*delete*", "Databases hold data."),
            Never("azure", "keyvault.*delete*", "Nobody else may hold what a vault holds."),
            Never("azure", "backup.*.delete*", "Backups are data."),
            new("azure", "group.delete*", ProtectionEffect.Approve, "Everything in a group goes with it."),
            new("azure", "vm.delete*", ProtectionEffect.Approve, "Its disks may go with it."),
            new("azure", "aks.delete*", ProtectionEffect.Approve, "Everything in the cluster goes with it."),
            new("azure", "role.*.delete*", ProtectionEffect.Audit, "Somebody may lose access."),
        ]),
    ];

    private static ProtectionRule Never(string domain, string pattern, string why) => new(domain, pattern, ProtectionEffect.Block, why);
}
