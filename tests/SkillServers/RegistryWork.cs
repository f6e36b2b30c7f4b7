using Legator.Backends.SkillSources;
using Legator.Backends.SkillSources.Registry;
using Legator.Core.Skills.Packages;
using Legator.Core.Skills.Remote;

namespace Legator.Tests.SkillServers;

/// <summary>Puts skills into a registry.</summary>
internal static class RegistryWork
{
    public static SkillPackage Package(string words, string? sheet = null) => SkillPackage.Of("look", new Dictionary<string, byte[]>
    {
        ["SKILL.md"] = System.Text.Encoding.UTF8.GetBytes(SkillText.Markdown(words)),
        ["actions.yaml"] = System.Text.Encoding.UTF8.GetBytes(sheet ?? SkillText.Sheet),
    });

    /// <summary>Pushes a skill.</summary>
    /// <returns>Its digest.</returns>
    public static async Task<string> PushAsync(string source, string words, SourceCredential? credential = null, bool plain = true)
    {
        using var client = Client(source, credential, plain);
        return await client.PushAsync(Package(words), TestContext.Current.CancellationToken);
    }

    public static RegistryClient Client(string source, SourceCredential? credential = null, bool plain = true) => new(
        new SourceConnections(new SkillSourceOptions { InternalHosts = ["127.0.0.1"], PlainHttpHosts = plain ? ["127.0.0.1"] : [] }),
        RegistryReference.TryParse(source, out var problem) ?? throw new InvalidOperationException(problem),
        credential);
}
