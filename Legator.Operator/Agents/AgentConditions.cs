namespace Legator.Operator.Agents;

/// <summary>Condition types of a LegatorAgent, and their reasons where no other class owns them.</summary>
internal static class AgentConditions
{
    public const string EnvironmentReady = "EnvironmentReady";
    public const string ModelReady = "ModelReady";
    public const string SkillsReady = "SkillsReady";
    public const string Scheduled = "Scheduled";
    public const string Ready = "Ready";
    public const string FieldsInEffect = "FieldsInEffect";
    public const string TriggersReady = "TriggersReady";

    public const string EnvironmentFound = "EnvironmentFound";
    public const string EnvironmentNotFound = "EnvironmentNotFound";
    public const string EnvironmentNotReady = "EnvironmentNotReady";
    public const string CapabilityMissing = "CapabilityMissing";
    public const string ChannelNotFound = "ChannelNotFound";

    public const string ModelResolved = "ModelResolved";
    public const string ModelTierConfigNotFound = "ModelTierConfigNotFound";
    public const string TierNotMapped = "TierNotMapped";

    public const string SkillsLoaded = "SkillsLoaded";

    public const string ScheduleActive = "ScheduleActive";
    public const string ScheduleInvalid = "ScheduleInvalid";
    public const string NoClock = "NoClock";
    public const string Paused = "Paused";
    public const string SlotSkipped = "SlotSkipped";
    public const string WaitsUntilReady = "WaitsUntilReady";
    public const string RunRefused = "RunRefused";

    public const string TriggersActive = "TriggersActive";
    public const string TriggerInvalid = "TriggerInvalid";
    public const string TriggerSecretMissing = "TriggerSecretMissing";
    public const string EventsNotWatched = "EventsNotWatched";

    public const string AgentReady = "AgentReady";
    public const string InvalidSpec = "InvalidSpec";
}
