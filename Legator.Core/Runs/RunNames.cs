using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Legator.Core.Runs;

/// <summary>
/// Names of LegatorRuns, derived from what asked for the run and nothing else: two schedulers that see the same slot or the same request make the same name,
/// and the API server lets only one of them create the run. Names are RFC 1123 subdomains of at most 63 characters, so that they fit into labels.
/// </summary>
public static class RunNames
{
    private const int MaxLength = 63;

    /// <summary>Name of the run of a schedule's slot, e.g. <c>hello-world-20261122-2105</c> (UTC; with seconds where the slot has some).</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="slot">When the schedule says that the run is due, without jitter; what is below a second is ignored.</param>
    public static string ForSlot(AgentKey agent, DateTimeOffset slot)
    {
        var utc = slot.ToUniversalTime();
        return Join(agent, utc.ToString(utc.Second == 0 ? "yyyyMMdd-HHmm" : "yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
    }

    /// <summary>Name of the run that a person, a webhook or another agent asked for, e.g. <c>hello-world-4f9a1c2e77</c>.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="nonce">What tells this request from all others for the agent; not empty.</param>
    public static string ForRequest(AgentKey agent, string nonce)
    {
        ArgumentException.ThrowIfNullOrEmpty(nonce);
        return Join(agent, Hash($"{agent}\n{nonce}", 10));
    }

    /// <summary>Name of a run's question to people, e.g. <c>hello-world-approval-4f9a1c2e77</c>: a runner that asks again after a crash asks under the same name.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="run">The run.</param>
    /// <param name="asked">How many questions the run has asked before.</param>
    public static string ForApproval(AgentKey agent, RunKey run, int asked) => Join(agent, $"approval-{Hash($"{run}\n{asked}", 10)}");

    private static string Join(AgentKey agent, string suffix)
    {
        var room = MaxLength - 1 - suffix.Length;
        var stem = agent.Name.Length <= room
            ? agent.Name
            : $"{agent.Name[..(room - 7)].TrimEnd('-', '.')}-{Hash(agent.Name, 6)}";
        return $"{stem}-{suffix}";
    }

    private static string Hash(string text, int digits) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..digits];
}
