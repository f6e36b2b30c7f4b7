namespace Legator.LocalCluster.Printing;

/// <summary>Volumes, claims and storage classes.</summary>
internal static class StoragePrinters
{
    public static readonly BuiltInPrinter Volumes = BuiltInPrinter.Named()
        .Text("Capacity", "How much it holds.", o => o.Text("spec", "capacity", "storage"))
        .Text("Access Modes", "How it can be mounted.", o => AccessModes(o.Strings("spec", "accessModes")))
        .Text("Reclaim Policy", "What happens when its claim goes.", o => o.Text("spec", "persistentVolumeReclaimPolicy"))
        .Text("Status", "Whether it is free or bound.", o => Terminating(o, o.Text("status", "phase")))
        .Text("Claim", "The claim that it is bound to.", o => o.At("spec", "claimRef") is { } claim ? $"{claim.Text("namespace")}/{claim.Text("name")}" : "")
        .Text("StorageClass", "Its storage class.", o => o.Text("spec", "storageClassName"))
        .Text("VolumeAttributesClass", "Its attributes class.", o => o.Text("spec", "volumeAttributesClassName") is { Length: > 0 } name ? name : "<unset>")
        .Text("Reason", "Why it is in that state.", o => o.Text("status", "reason"))
        .Age()
        .Wide("VolumeMode", "Filesystem or block.", o => VolumeMode(o.Text("spec", "volumeMode")));

    public static readonly BuiltInPrinter Claims = BuiltInPrinter.Named()
        .Text("Status", "Whether it is bound.", o => Terminating(o, o.Text("status", "phase")))
        .Text("Volume", "The volume that it is bound to.", o => o.Text("spec", "volumeName"))
        .Text("Capacity", "How much it has.", o => o.Text("spec", "volumeName").Length > 0 ? o.Text("status", "capacity", "storage") : "")
        .Text("Access Modes", "How it can be mounted.", o => o.Text("spec", "volumeName").Length > 0 ? AccessModes(o.Strings("status", "accessModes")) : "")
        .Text("StorageClass", "Its storage class.", o => o.Text("spec", "storageClassName"))
        .Text("VolumeAttributesClass", "Its attributes class.", o => o.Text("spec", "volumeAttributesClassName") is { Length: > 0 } name ? name : "<unset>")
        .Age()
        .Wide("VolumeMode", "Filesystem or block.", o => VolumeMode(o.Text("spec", "volumeMode")));

    public static readonly BuiltInPrinter Classes = BuiltInPrinter.Named()
        .Text("Provisioner", "What makes its volumes.", o => o.Text("provisioner"))
        .Text("ReclaimPolicy", "What happens when a claim goes.", o => o.Text("reclaimPolicy") is { Length: > 0 } policy ? policy : "Delete")
        .Text("VolumeBindingMode", "When volumes are bound.", o => o.Text("volumeBindingMode") is { Length: > 0 } mode ? mode : "Immediate")
        .Text("AllowVolumeExpansion", "Whether volumes can grow.", o => o.Text("allowVolumeExpansion") is { Length: > 0 } allow ? allow : "false")
        .Age();

    private static string Terminating(System.Text.Json.Nodes.JsonObject resource, string phase) =>
        resource.At("metadata", "deletionTimestamp") is null ? phase : "Terminating";

    private static string VolumeMode(string mode) => mode.Length > 0 ? mode : "<unset>";

    private static string AccessModes(IEnumerable<string> modes) => string.Join(',', modes.Distinct().Select(mode => mode switch
    {
        "ReadWriteOnce" => "RWO",
        "ReadOnlyMany" => "ROX",
        "ReadWriteMany" => "RWX",
        "ReadWriteOncePod" => "RWOP",
        _ => mode,
    }));
}
