using System.Globalization;
using System.Text.Json.Serialization;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources;
using Legator.Core.Resources.Runs;

namespace Legator.Operator.Runs;

/// <summary>The part of a LegatorRun that scheduling needs, packed: the Operator keeps every run in memory, a hundred thousand of them. Snapshots and reports stay in the API. What an unfinished run needs besides goes when it is over.</summary>
[ResourceKind("LegatorRun", "legatorruns")]
internal sealed record RunHead : IResource
{
    private readonly string? version;
    private readonly Guid uid;
    private readonly long created;
    private readonly long slot;
    private readonly long started;
    private readonly long completed;
    private readonly RunPhase? phase;
    private readonly bool hasStatus;

    public string ApiVersion => LegatorApi.GroupVersion;

    public string Kind => "LegatorRun";

    /// <summary>Made anew at each call.</summary>
    public ObjectMeta Metadata
    {
        get => new()
        {
            Name = Name,
            Namespace = Namespace,
            Uid = Rest.Uid ?? (uid == default ? null : uid.ToString()),
            ResourceVersion = version,
            CreationTimestamp = Created,
            Annotations = Rest.Annotations,
        };
        init
        {
            (Name, Namespace, version, created) = (value.Name ?? "", SharedTexts.Of(value.Namespace), value.ResourceVersion, RunHeadTimes.Pack(value.CreationTimestamp));
            var canonical = Guid.TryParseExact(value.Uid, "D", out uid) && uid != default && uid.ToString() == value.Uid;
            Rest = (Rest with { Uid = canonical ? null : value.Uid, Annotations = value.Annotations is { Count: > 0 } annotations ? annotations : null }).Packed();
        }
    }

    /// <summary>Made anew at each call.</summary>
    public required RunHeadSpec Spec
    {
        get => new() { AgentRef = Agent, Trigger = Trigger, Slot = Slot, Problem = Rest.Problem, EventRef = Rest.EventRef, Delivery = Rest.Delivery };
        init
        {
            (Agent, Trigger, slot) = (SharedTexts.Of(value.AgentRef), value.Trigger, RunHeadTimes.Pack(value.Slot));
            Rest = (Rest with { Problem = SharedTexts.Of(value.Problem), EventRef = value.EventRef, Delivery = value.Delivery }).Packed();
        }
    }

    /// <summary>Made anew at each call.</summary>
    public RunHeadStatus? Status
    {
        get => hasStatus
            ? new RunHeadStatus { Phase = phase, StartTime = StartTime, CompletionTime = CompletionTime, Usage = Tokens == 0 ? null : new RunHeadUsage { TotalTokens = Tokens }, Awaiting = Awaiting }
            : null;
        init
        {
            hasStatus = value is not null;
            (phase, started, completed, Tokens) = (value?.Phase, RunHeadTimes.Pack(value?.StartTime), RunHeadTimes.Pack(value?.CompletionTime), value?.Usage?.TotalTokens ?? 0);
            Rest = (Rest with { Awaiting = value?.Awaiting }).Packed();
        }
    }

    [JsonIgnore]
    public string Name { get; private init; } = "";

    [JsonIgnore]
    public string? Namespace { get; private init; }

    [JsonIgnore]
    public string Agent { get; private init; } = "";

    [JsonIgnore]
    public RunTrigger Trigger { get; private init; }

    [JsonIgnore]
    public long Tokens { get; private init; }

    [JsonIgnore]
    public DateTimeOffset? Created => RunHeadTimes.Unpack(created);

    [JsonIgnore]
    public DateTimeOffset? Slot => RunHeadTimes.Unpack(slot);

    [JsonIgnore]
    public DateTimeOffset? StartTime => RunHeadTimes.Unpack(started);

    [JsonIgnore]
    public DateTimeOffset? CompletionTime => RunHeadTimes.Unpack(completed);

    [JsonIgnore]
    public RunPhase? Phase => phase;

    [JsonIgnore]
    public string? Version => version;

    [JsonIgnore]
    public string? Problem => Rest.Problem;

    /// <summary>When it may begin, where it was made ahead and is not over; null for at once.</summary>
    [JsonIgnore]
    public DateTimeOffset? NotBefore =>
        Annotation(LegatorApi.NotBeforeAnnotation) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var begin) ? begin : null;

    [JsonIgnore]
    public string? EventRef => Rest.EventRef;

    /// <summary>Kept when it is over, too: what is delivered again makes no further run.</summary>
    [JsonIgnore]
    public RunDelivery? Delivery => Rest.Delivery;

    [JsonIgnore]
    public AwaitedApproval? Awaiting => Rest.Awaiting;

    [JsonIgnore]
    public bool IsFinished => phase?.IsFinished() == true;

    private RunHeadRest Rest { get; init; } = RunHeadRest.None;

    /// <summary>Looks an annotation of an unfinished run up; null when absent.</summary>
    public string? Annotation(string key) => Rest.Annotations is { } annotations && annotations.TryGetValue(key, out var value) ? value : null;

    /// <summary>The same run without what matters only until its end.</summary>
    public RunHead Kept() => !IsFinished || Rest.Annotations is null ? this : this with { Rest = (Rest with { Annotations = null }).Packed() };
}
