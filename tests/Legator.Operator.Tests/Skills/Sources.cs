using Legator.Backends.SkillSources;

namespace Legator.Operator.Tests.Skills;

/// <summary>Settings that let skills come from this machine.</summary>
internal static class Sources
{
    public static SkillSourceOptions Loopback(bool plain = true) => new() { InternalHosts = ["127.0.0.1"], PlainHttpHosts = plain ? ["127.0.0.1"] : [] };

    public static (string Key, string Value)[] Settings { get; } =
    [
        ("Skills:InternalHosts:0", "127.0.0.1"),
        ("Skills:PlainHttpHosts:0", "127.0.0.1"),
        ("Skills:LookInterval", "00:00:05"),
        ("Skills:Timeout", "00:00:20"),
    ];
}
