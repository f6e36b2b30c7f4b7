using System.Text.Json.Nodes;
using Legator.LocalCluster.Printing;

namespace Legator.LocalCluster.Tests.Printing;

public sealed class BuiltInPrintersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "pods", """{"spec": {"containers": [{}, {}]}, "status": {"phase": "Pending"}}""", "p|0/2|Pending|0|60s|<none>|<none>|<none>|<none>")]
    [InlineData("", "pods", """{"spec": {"containers": [{}]}, "status": {"phase": "Running", "containerStatuses": [{"restartCount": 3, "state": {"waiting": {"reason": "CrashLoopBackOff"}}}]}}""", "p|0/1|CrashLoopBackOff|3|60s|<none>|<none>|<none>|<none>")]
    [InlineData("apps", "deployments", """{"spec": {"replicas": 2, "selector": {"matchLabels": {"b": "c", "app": "d"}}, "template": {"spec": {"containers": [{"name": "c1", "image": "i1"}, {"name": "c2", "image": "i2"}]}}}}""", "p|0/2|0|0|60s|c1,c2|i1,i2|app=d,b=c")]
    [InlineData("", "services", """{"spec": {"type": "NodePort", "clusterIP": "10.0.0.1", "ports": [{"port": 80, "nodePort": 30080}, {"port": 53, "protocol": "UDP"}], "selector": {"a": "b"}}}""", "p|NodePort|10.0.0.1|<none>|80:30080/TCP,53/UDP|60s|a=b")]
    [InlineData("", "configmaps", """{"data": {"a": "b", "c": "d"}, "binaryData": {"e": "Zg=="}}""", "p|3|60s")]
    [InlineData("", "secrets", """{"type": "Opaque", "data": {"a": "Yg=="}}""", "p|Opaque|1|60s")]
    [InlineData("", "namespaces", """{"status": {"phase": "Active"}}""", "p|Active|60s")]
    [InlineData("", "nodes", """{"spec": {"unschedulable": true}}""", "p|Unknown,SchedulingDisabled|<none>|60s||<none>|<none>|<unknown>|<unknown>|<unknown>")]
    [InlineData("networking.k8s.io", "ingresses", """{"spec": {"ingressClassName": "nginx", "tls": [{}], "rules": [{"host": "a.b"}]}}""", "p|nginx|a.b||80, 443|60s")]
    [InlineData("", "persistentvolumes", """{"spec": {"accessModes": ["ReadWriteOnce", "ReadOnlyMany"], "capacity": {"storage": "1Gi"}, "claimRef": {"namespace": "a", "name": "b"}, "persistentVolumeReclaimPolicy": "Retain"}, "status": {"phase": "Pending"}}""", "p|1Gi|RWO,ROX|Retain|Pending|a/b||<unset>||60s|<unset>")]
    [InlineData("coordination.k8s.io", "leases", """{"spec": {"holderIdentity": "me"}}""", "p|me|60s")]
    [InlineData("other", "things", "{}", "p|60s")]
    public void Cells_OfABuiltInKind_ShowWhatTheApiServerShows(string group, string resource, string fields, string expected)
    {
        var item = JsonNode.Parse(fields)!.AsObject();
        item["metadata"] = new JsonObject { ["name"] = "p", ["creationTimestamp"] = "2026-11-22T11:59:00Z" };
        var printer = BuiltInPrinters.For(group, resource);

        var cells = printer.Cells(item, Now);

        string.Join('|', cells.Select(c => c?.ToString())).ShouldBe(expected);
        printer.Columns.Count.ShouldBe(cells.Count);
    }

    [Fact]
    public void Cells_OfAnEvent_ShowWhenWhatAndWho()
    {
        var item = JsonNode.Parse("""
            {"metadata": {"name": "e1"}, "involvedObject": {"kind": "Pod", "name": "p1", "fieldPath": "spec.containers{c1}"}, "reason": "Started", "message": "it started\n", "type": "Normal",
             "count": 3, "firstTimestamp": "2026-11-22T11:00:00Z", "lastTimestamp": "2026-11-22T11:50:00Z", "source": {"component": "kubelet", "host": "n1"}}
            """)!.AsObject();

        var cells = BuiltInPrinters.For("", "events").Cells(item, Now);

        string.Join('|', cells.Select(c => c?.ToString())).ShouldBe("10m|Normal|Started|pod/p1|spec.containers{c1}|kubelet, n1|it started|60m|3|e1");
    }
}
