using System.Collections.Concurrent;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills;

namespace Legator.Operator.Skills.Remote;

/// <summary>Skills from outside of the cluster, as they were found or as they are pinned. Asks nobody itself, so no agent waits for another's source.</summary>
internal sealed class RemoteSkills(SkillLooks looks, SkillCopies copies)
{
    private const int MostRemembered = 2000;
    private readonly ConcurrentDictionary<(SkillRef, string), SkillReading> _readings = new();

    public async Task<SkillLoad> LoadAsync(LegatorAgent agent, SkillRef reference, CancellationToken cancellationToken)
    {
        var pin = SkillPins.Of(agent, reference);
        var look = looks.Of(ObjectKey.Of(agent.Metadata))?.Looks.GetValueOrDefault(reference);
        var fresh = Fresh(reference, pin, look);
        if (fresh?.Skill is { } found)
        {
            return SkillLoad.Pinned(found, pin is not null && pin.Resolved == look!.Resolved && pin.Copy == look.Copy ? pin : Pin(reference, found, look!), null);
        }

        if (pin is not null && await PinnedAsync(agent, reference, pin, cancellationToken) is { } kept)
        {
            return SkillLoad.Pinned(kept, pin, Note(reference, pin, look, fresh));
        }

        return fresh is not null ? SkillLoad.Of(fresh) with { Pin = pin }
            : look is null ? SkillLoad.Failed(SkillLoad.Pending, "is being fetched") with { Pin = pin }
            : SkillLoad.Failed(look.Refused ? SkillLoad.Refused : SkillLoad.Unavailable, look.Problem ?? "its pinned copy is gone and is being fetched again") with { Pin = pin };
    }

    /// <summary>What the look brought, where the agent may take it.</summary>
    private SkillReading? Fresh(SkillRef reference, SkillPin? pin, SkillLook? look) =>
        look is { Files: { } files, Copy: { } copy } && (pin is null || reference.Updates == SkillUpdates.Follow || pin.Resolved == look.Resolved)
            ? Read(reference, copy, files, look.Resolved!)
            : null;

    private async Task<Skill?> PinnedAsync(LegatorAgent agent, SkillRef reference, SkillPin pin, CancellationToken cancellationToken) =>
        await copies.LoadAsync(agent.Metadata.Namespace ?? "", pin.Copy, cancellationToken) is { } files
        && Read(reference, pin.Copy, files, pin.Resolved).Skill is { } skill && skill.Digest == pin.Digest
            ? skill
            : null;

    private static SkillPin Pin(SkillRef reference, Skill skill, SkillLook look) => new()
    {
        Name = reference.Name,
        Source = reference.Source,
        Resolved = look.Resolved!,
        Digest = skill.Digest,
        Copy = look.Copy!,
        Since = look.At,
    };

    /// <summary>Why the agent has not what its source says now; null when it has.</summary>
    private static string? Note(SkillRef reference, SkillPin pin, SkillLook? look, SkillReading? fresh) => look switch
    {
        null => null,
        { Problem: { } problem } => $"the pinned copy is used, because its source cannot be used: {problem}",
        { Resolved: { } now } when fresh is not null => $"the pinned copy is used, because {now} cannot be read: {string.Join("; ", fresh.Problems)}",
        { Resolved: { } now } when now != pin.Resolved => $"its source stands for {now} by now; write spec.skills[].updates: follow, or name another reference, to take that",
        _ => null,
    };

    private SkillReading Read(SkillRef reference, string copy, SkillFiles files, string resolved)
    {
        if (_readings.Count >= MostRemembered)
        {
            _readings.Clear();
        }

        var reading = _readings.GetOrAdd((reference, copy), _ => SkillReader.Read(reference, files));
        return reading.Skill is { } skill ? reading with { Skill = skill with { Resolved = resolved } } : reading;
    }
}
