using System.Text;
using System.Text.RegularExpressions;
using Legator.Backends.Kubernetes;
using Legator.Core.Guardrails;
using Legator.Core.Resources;
using Legator.Core.Resources.State;
using Legator.Core.Runs;
using Legator.Core.Scheduling;

namespace Legator.Runner.Tools.State;

/// <summary>An agent's notes: the entries of its own AgentState and of no other. A change that meets another one is made again on top of it.</summary>
internal sealed partial class AgentNotes(ResourceClient<AgentState> states, TimeProvider time)
{
    private const int DefaultMaxKeys = 100;
    private const int DefaultMaxValueBytes = 4096;
    private const int MaxTotalBytes = 65536;
    private const int MaxTries = 40;

    /// <summary>The key as it is used.</summary>
    /// <exception cref="ToolInputException">It is no key.</exception>
    public static string Key(string key) =>
        KeyText().IsMatch(key) ? key
        : throw new ToolInputException(GuardrailReason.InvalidArguments, $"'{key}' is not a key.", "Write at most 253 letters, digits, '.', '_', '-' and '/'.");

    /// <summary>The live entry of a key; null when there is none or its time is over.</summary>
    public async Task<StateEntry?> GetAsync(AgentKey agent, string key, CancellationToken cancellationToken) =>
        await states.GetAsync(agent.Namespace, NameOf(agent), cancellationToken) is { } state && state.Status?.Entries.GetValueOrDefault(key) is { } entry && IsLive(entry)
            ? entry
            : null;

    /// <summary>Writes an entry.</summary>
    /// <returns>Null when it is stored; else why it does not fit.</returns>
    public Task<string?> SetAsync(AgentKey agent, string key, StateEntry entry, CancellationToken cancellationToken) =>
        ChangeAsync(agent, (state, entries) =>
        {
            entries[key] = entry with { UpdatedAt = time.GetUtcNow() };
            return Excess(state.Spec, entries, entry);
        }, cancellationToken);

    /// <summary>Removes an entry; it may be gone already.</summary>
    public Task DeleteAsync(AgentKey agent, string key, CancellationToken cancellationToken) =>
        ChangeAsync(agent, (_, entries) => Remove(entries, key), cancellationToken);

    private async Task<string?> ChangeAsync(AgentKey agent, Func<AgentState, Dictionary<string, StateEntry>, string?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var state = await ReadOrCreateAsync(agent, cancellationToken);
            var entries = (state.Status?.Entries ?? new Dictionary<string, StateEntry>()).Where(e => IsLive(e.Value)).ToDictionary(StringComparer.Ordinal);
            if (change(state, entries) is { } problem)
            {
                return problem;
            }

            try
            {
                await states.ReplaceStatusAsync(state with { Status = Status(entries) }, cancellationToken);
                return null;
            }
            catch (ClusterException exception) when (exception.IsConflict && attempt < MaxTries)
            {
                // Another run of the agent wrote meanwhile: read again and make the change on top.
            }
        }
    }

    private AgentStateStatus Status(Dictionary<string, StateEntry> entries) => new()
    {
        Entries = entries,
        TotalSize = Size(entries),
        KeyCount = entries.Count,
        LastUpdated = time.GetUtcNow(),
    };

    private async Task<AgentState> ReadOrCreateAsync(AgentKey agent, CancellationToken cancellationToken)
    {
        if (await states.GetAsync(agent.Namespace, NameOf(agent), cancellationToken) is { } found)
        {
            return found;
        }

        var fresh = new AgentState
        {
            Metadata = new ObjectMeta { Namespace = agent.Namespace, Name = NameOf(agent), Labels = new Dictionary<string, string> { ["legator.io/agent"] = agent.Name } },
            Spec = new AgentStateSpec { AgentName = agent.Name },
        };
        try
        {
            return await states.CreateAsync(fresh, cancellationToken);
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            return await states.GetAsync(agent.Namespace, NameOf(agent), cancellationToken) ?? fresh;
        }
    }

    private bool IsLive(StateEntry entry) =>
        entry.Ttl is null || entry.UpdatedAt is null || !GoDuration.TryParse(entry.Ttl, out var ttl, out _) || time.GetUtcNow() < entry.UpdatedAt + ttl;

    private static string? Excess(AgentStateSpec spec, Dictionary<string, StateEntry> entries, StateEntry entry)
    {
        var maxKeys = spec.MaxKeys is > 0 ? spec.MaxKeys.Value : DefaultMaxKeys;
        var maxValue = spec.MaxValueSize is > 0 ? spec.MaxValueSize.Value : DefaultMaxValueBytes;
        var value = Encoding.UTF8.GetByteCount(entry.Value);
        return value > maxValue ? $"The value has {value} bytes; {maxValue} are the most."
            : entries.Count > maxKeys ? $"There are {maxKeys} keys, which is the most; delete one first."
            : Size(entries) > MaxTotalBytes ? $"All notes together would have {Size(entries)} bytes; {MaxTotalBytes} are the most."
            : null;
    }

    private static string? Remove(Dictionary<string, StateEntry> entries, string key)
    {
        entries.Remove(key);
        return null;
    }

    private static int Size(Dictionary<string, StateEntry> entries) =>
        entries.Sum(e => Encoding.UTF8.GetByteCount(e.Key) + Encoding.UTF8.GetByteCount(e.Value.Value));

    private static string NameOf(AgentKey agent) => $"{agent.Name}-state";

    [GeneratedRegex(@"^[A-Za-z0-9._\-/]{1,253}\z")]
    private static partial Regex KeyText();
}
