using System.Text.Json.Nodes;
using Legator.Core.Actions.Classification.Kubernetes;
using static Legator.Runner.Tools.Kubernetes.ObjectFields;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>What a table shows of each kind, between name and age.</summary>
internal static class ObjectColumns
{
    private static readonly ObjectColumn[] Any = [new("STATUS", (o, _) => Status(o))];

    private static readonly Dictionary<string, ObjectColumn[]> ByKind = new(StringComparer.Ordinal)
    {
        ["pods"] =
        [
            new("READY", (o, _) => $"{Items(o, "status", "containerStatuses").Count(c => Text(c, "ready") == "true")}/{Items(o, "spec", "containers").Count()}"),
            new("STATUS", (o, _) => PodStatus(o)),
            new("RESTARTS", (o, _) => $"{Items(o, "status", "containerStatuses").Sum(c => Number(c, "restartCount"))}"),
            new("NODE", (o, _) => Text(o, "spec", "nodeName")),
        ],
        ["deployments.apps"] =
        [
            Ready("status", "readyReplicas"),
            new("UP-TO-DATE", (o, _) => $"{Number(o, "status", "updatedReplicas")}"),
            new("AVAILABLE", (o, _) => $"{Number(o, "status", "availableReplicas")}"),
        ],
        ["statefulsets.apps"] = [Ready("status", "readyReplicas")],
        ["replicasets.apps"] = [Ready("status", "readyReplicas")],
        ["daemonsets.apps"] =
        [
            new("READY", (o, _) => $"{Number(o, "status", "numberReady")}/{Number(o, "status", "desiredNumberScheduled")}"),
            new("UP-TO-DATE", (o, _) => $"{Number(o, "status", "updatedNumberScheduled")}"),
        ],
        ["jobs.batch"] =
        [
            new("COMPLETIONS", (o, _) => $"{Number(o, "status", "succeeded")}/{(At(o, "spec", "completions") is null ? 1 : Number(o, "spec", "completions"))}"),
            new("FAILED", (o, _) => $"{Number(o, "status", "failed")}"),
        ],
        ["cronjobs.batch"] =
        [
            new("SCHEDULE", (o, _) => Text(o, "spec", "schedule")),
            new("SUSPEND", (o, _) => Text(o, "spec", "suspend")),
            new("LAST-SCHEDULE", (o, at) => At(o, "status", "lastScheduleTime") is { } last ? ObjectAge.Of(last, at) : "<none>"),
        ],
        ["nodes"] =
        [
            new("STATUS", (o, _) => (Condition(o, "Ready") == "True" ? "Ready" : "NotReady") + (Text(o, "spec", "unschedulable") == "true" ? ",SchedulingDisabled" : "")),
            new("PRESSURE", (o, _) => string.Join(',', new[] { "MemoryPressure", "DiskPressure", "PIDPressure" }.Where(p => Condition(o, p) == "True"))),
            new("VERSION", (o, _) => Text(o, "status", "nodeInfo", "kubeletVersion")),
        ],
        ["services"] =
        [
            new("TYPE", (o, _) => Text(o, "spec", "type")),
            new("CLUSTER-IP", (o, _) => Text(o, "spec", "clusterIP")),
            new("PORTS", (o, _) => string.Join(',', Items(o, "spec", "ports").Select(p => $"{Text(p, "port")}/{Text(p, "protocol")}"))),
        ],
        ["events"] =
        [
            new("LAST-SEEN", (o, at) => ObjectAge.Of(At(o, "lastTimestamp") ?? At(o, "eventTime"), at)),
            new("TYPE", (o, _) => Text(o, "type")),
            new("REASON", (o, _) => Text(o, "reason")),
            new("OBJECT", (o, _) => $"{Text(o, "involvedObject", "kind").ToLowerInvariant()}/{Text(o, "involvedObject", "name")}"),
            new("MESSAGE", (o, _) => Text(o, "message")),
        ],
        ["secrets"] =
        [
            new("TYPE", (o, _) => Text(o, "type")),
            new("DATA", (o, _) => $"{(At(o, "data") as JsonObject)?.Count ?? 0}"),
        ],
        ["configmaps"] = [new("DATA", (o, _) => $"{(At(o, "data") as JsonObject)?.Count ?? 0}")],
        ["persistentvolumeclaims"] =
        [
            new("STATUS", (o, _) => Status(o)),
            new("CAPACITY", (o, _) => Text(o, "status", "capacity", "storage")),
            new("CLASS", (o, _) => Text(o, "spec", "storageClassName")),
        ],
        ["namespaces"] = Any,
    };

    public static IReadOnlyList<ObjectColumn> Of(KubernetesKind kind) => ByKind.GetValueOrDefault(kind.QualifiedName, Any);

    private static ObjectColumn Ready(params string[] path) =>
        new("READY", (o, _) => $"{Number(o, path)}/{(At(o, "spec", "replicas") is null ? 1 : Number(o, "spec", "replicas"))}");

    private static string Status(JsonObject item) =>
        Text(item, "status", "phase") is { Length: > 0 } phase ? phase
        : Condition(item, "Ready") is { Length: > 0 } ready ? (ready == "True" ? "Ready" : "NotReady")
        : "";

    // What keeps a pod from running says more than its phase.
    private static string PodStatus(JsonObject pod)
    {
        if (At(pod, "metadata", "deletionTimestamp") is not null)
        {
            return "Terminating";
        }

        var states = Items(pod, "status", "initContainerStatuses").Concat(Items(pod, "status", "containerStatuses"));
        var reason = states
            .Select(c => Text(c, "state", "waiting", "reason") is { Length: > 0 } waiting ? waiting : Number(c, "state", "terminated", "exitCode") != 0 ? Text(c, "state", "terminated", "reason") : "")
            .FirstOrDefault(r => r.Length > 0);
        return reason ?? (Text(pod, "status", "reason") is { Length: > 0 } own ? own : Text(pod, "status", "phase"));
    }
}
