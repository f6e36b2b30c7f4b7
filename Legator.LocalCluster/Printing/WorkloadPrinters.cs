using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>Pods and the kinds that make them.</summary>
internal static class WorkloadPrinters
{
    public static readonly BuiltInPrinter Pods = BuiltInPrinter.Named()
        .Text("Ready", "Containers that are ready, of all.", PodStatusText.Ready)
        .Text("Status", "What the pod is doing.", PodStatusText.Status)
        .Timed("Restarts", "How often containers were restarted, and when last.", PodStatusText.Restarts)
        .Age()
        .Wide("IP", "The address of the pod.", o => o.Text("status", "podIP").OrNone())
        .Wide("Node", "Where the pod runs.", o => o.Text("spec", "nodeName").OrNone())
        .Wide("Nominated Node", "Where the pod will run once others have left.", o => o.Text("status", "nominatedNodeName").OrNone())
        .Wide("Readiness Gates", "Extra conditions that hold, of all.", ReadinessGates);

    public static readonly BuiltInPrinter Deployments = WithTemplate(
        BuiltInPrinter.Named()
            .Text("Ready", "Ready pods, of those wanted.", o => $"{o.Whole("status", "readyReplicas")}/{o.Whole("spec", "replicas")}")
            .Text("Up-to-date", "Pods of the latest template.", o => PrintedFields.Number(o.Whole("status", "updatedReplicas")))
            .Text("Available", "Pods that have been ready long enough.", o => PrintedFields.Number(o.Whole("status", "availableReplicas")))
            .Age(),
        selector: true);

    public static readonly BuiltInPrinter StatefulSets = WithTemplate(
        BuiltInPrinter.Named()
            .Text("Ready", "Ready pods, of those wanted.", o => $"{o.Whole("status", "readyReplicas")}/{o.Whole("spec", "replicas")}")
            .Age(),
        selector: false);

    public static readonly BuiltInPrinter ReplicaSets = WithTemplate(
        BuiltInPrinter.Named()
            .Whole("Desired", "Pods wanted.", o => o.Whole("spec", "replicas"))
            .Whole("Current", "Pods that exist.", o => o.Whole("status", "replicas"))
            .Whole("Ready", "Pods that are ready.", o => o.Whole("status", "readyReplicas"))
            .Age(),
        selector: true);

    public static readonly BuiltInPrinter DaemonSets = WithTemplate(
        BuiltInPrinter.Named()
            .Whole("Desired", "Nodes that should run the pod.", o => o.Whole("status", "desiredNumberScheduled"))
            .Whole("Current", "Nodes that run it.", o => o.Whole("status", "currentNumberScheduled"))
            .Whole("Ready", "Nodes where it is ready.", o => o.Whole("status", "numberReady"))
            .Whole("Up-to-date", "Nodes that run the latest template.", o => o.Whole("status", "updatedNumberScheduled"))
            .Whole("Available", "Nodes where it has been ready long enough.", o => o.Whole("status", "numberAvailable"))
            .Text("Node Selector", "Labels that a node must have.", o => o.Labels("spec", "template", "spec", "nodeSelector"))
            .Age(),
        selector: true);

    private static string ReadinessGates(JsonObject pod)
    {
        var gates = pod.Items("spec", "readinessGates").Select(g => g.Text("conditionType")).ToArray();
        var met = gates.Count(g => pod.Items("status", "conditions").Any(c => c.Text("type") == g && c.Text("status") == "True"));
        return gates.Length == 0 ? PrintedFields.None : $"{met}/{gates.Length}";
    }

    /// <summary>The wide columns that show what a pod template holds.</summary>
    public static BuiltInPrinter WithTemplate(BuiltInPrinter printer, bool selector, params string[] templatePath)
    {
        string[] path = templatePath.Length > 0 ? templatePath : ["spec", "template", "spec"];
        printer
            .Wide("Containers", "Names of the template's containers.", o => PrintedFields.Containers(o.At(path)))
            .Wide("Images", "Images of the template's containers.", o => PrintedFields.Images(o.At(path)));
        return selector ? printer.Wide("Selector", "Which pods belong to it.", o => o.At("spec", "selector").Selector()) : printer;
    }
}
