namespace Legator.Tests.SkillServers;

/// <summary>Skills for tests.</summary>
internal static class SkillText
{
    public const string Sheet = "actions:\n- id: look\n  description: looks at pods\n  tool: kubectl.get\n  targetPattern: \"*\"\n  tier: read\n";

    public static string Markdown(string words) => $"---\nname: look\ndescription: looks at pods\nversion: 1.0.0\n---\n{words}\n";
}
