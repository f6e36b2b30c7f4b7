namespace Legator.Backends.SkillSources;

/// <summary>From where skills may be fetched, and how; configuration section <c>Skills</c>. Hosts are written <c>name</c>, <c>*.suffix</c> or <c>*</c>, with <c>:port</c> where only that port is meant.</summary>
public sealed class SkillSourceOptions
{
    public const string Section = "Skills";

    /// <summary>The only hosts that are asked; empty for every host with a public address.</summary>
    public string[] AllowedHosts { get; set; } = [];

    /// <summary>Hosts that may have private and loopback addresses. Default none, so that a skill's source cannot be used to look around in the network. Addresses of clouds' metadata services are never asked.</summary>
    public string[] InternalHosts { get; set; } = [];

    /// <summary>Hosts that are spoken to without TLS. Default none.</summary>
    public string[] PlainHttpHosts { get; set; } = [];

    /// <summary>Time between two looks at a source that can be moved, 5 s to 7 days. Default 5 min.</summary>
    public TimeSpan LookInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one skill may take to be fetched, 1 s to 4 min. Default 1 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Most MiB that a source may send for one skill, 1 to 1024. Default 64.</summary>
    public int MostMegabytes { get; set; } = 64;
}
