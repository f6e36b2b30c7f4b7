namespace Legator.Core.Resources;

/// <summary>Names that every part of the product and its users share.</summary>
public static class LegatorApi
{
    /// <summary>API group of all eight kinds.</summary>
    public const string Group = "legator.io";

    /// <summary>The served and stored version.</summary>
    public const string Version = "v1alpha1";

    /// <summary>Group and version as written in manifests.</summary>
    public const string GroupVersion = Group + "/" + Version;

    /// <summary>Label on runs, approvals, events and state: the agent's name.</summary>
    public const string AgentLabel = Group + "/agent";

    /// <summary>Label on approvals: the run's name.</summary>
    public const string RunLabel = Group + "/run";

    /// <summary>Label on runs: what started the run.</summary>
    public const string TriggerLabel = Group + "/trigger";

    /// <summary>Annotation that asks for a run now; the value is <c>true</c> or a nonce chosen by the caller (one run a nonce).</summary>
    public const string RunNowAnnotation = Group + "/run-now";

    /// <summary>Annotation beside <see cref="RunNowAnnotation"/>: what to do, in words.</summary>
    public const string TaskAnnotation = Group + "/task";

    /// <summary>Annotation beside <see cref="RunNowAnnotation"/>: what to do it to.</summary>
    public const string TargetAnnotation = Group + "/target";

    /// <summary>Annotation beside <see cref="RunNowAnnotation"/>: the run whose changes are to be taken back, as <c>NAME</c> or <c>NAME#3,5</c> for those of its actions.</summary>
    public const string UndoAnnotation = Group + "/undo";

    /// <summary>Annotation on runs that were made before their slot: when they may begin.</summary>
    public const string NotBeforeAnnotation = Group + "/not-before";

    /// <summary>Annotation on runs that somebody wants to end: <c>true</c>, or why.</summary>
    public const string CancelAnnotation = Group + "/cancel";

    /// <summary>Annotation beside <see cref="CancelAnnotation"/>: who wants it.</summary>
    public const string CancelByAnnotation = Group + "/cancel-by";

    /// <summary>Label on the same runs, by which runners find them; <c>true</c>.</summary>
    public const string CancelLabel = Group + "/cancel";

    /// <summary>Annotation on runs: the W3C trace context of what made the run; its second part is the trace's id.</summary>
    public const string TraceAnnotation = Group + "/traceparent";

    /// <summary>Label on events: the agent that tells.</summary>
    public const string SourceAgentLabel = Group + "/source-agent";

    /// <summary>Label on events: namespace of the agent that tells.</summary>
    public const string SourceNamespaceLabel = Group + "/source-namespace";

    /// <summary>Label on events: the agent that is meant.</summary>
    public const string TargetAgentLabel = Group + "/target-agent";

    /// <summary>Label on events: <c>a2a-task</c> for a task, else the type.</summary>
    public const string EventTypeLabel = Group + "/event-type";

    /// <summary>Label on events: the severity.</summary>
    public const string SeverityLabel = Group + "/severity";

    /// <summary>Label on tasks: how urgent.</summary>
    public const string PriorityLabel = Group + "/priority";

    /// <summary>Annotation on deliveries of webhooks: the last part of the path that was called.</summary>
    public const string DeliverySourceAnnotation = Group + "/delivery-source";

    /// <summary>Annotation on deliveries of webhooks: what tells the delivery from all others of its source.</summary>
    public const string DeliveryAnnotation = Group + "/delivery";

    /// <summary>Annotation on deliveries of webhooks: when it came.</summary>
    public const string DeliveryTimeAnnotation = Group + "/delivery-time";

    /// <summary>Annotation on deliveries of webhooks: shows that whoever made the object knows the trigger's Secret.</summary>
    public const string DeliverySealAnnotation = Group + "/delivery-seal";

    /// <summary>Label on ConfigMaps with the copy of a skill from outside of the cluster; <c>true</c>.</summary>
    public const string SkillCopyLabel = Group + "/skill-copy";

    /// <summary>Annotation on such a copy: from where it came.</summary>
    public const string SkillSourceAnnotation = Group + "/skill-source";

    /// <summary>Annotation on such a copy: the commit or digest.</summary>
    public const string SkillResolvedAnnotation = Group + "/skill-resolved";
}
