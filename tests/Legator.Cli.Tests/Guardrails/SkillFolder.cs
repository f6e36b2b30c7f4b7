namespace Legator.Cli.Tests.Guardrails;

/// <summary>An agent and its one skill in a folder, as somebody who writes a skill has them.</summary>
internal sealed class SkillFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legator-skill-");

    public SkillFolder()
    {
        File.WriteAllText(System.IO.Path.Combine(Path, "SKILL.md"), "---\nname: notes\ndescription: Reads its notes.\n---\nRead your notes.\n");
        File.WriteAllText(System.IO.Path.Combine(Path, "actions.yaml"), "actions:\n- id: read-notes\n  tool: state.get\n  tier: read\n");
        File.WriteAllText(Agent, """
            apiVersion: legator.io/v1alpha1
            kind: LegatorAgent
            metadata: {name: reader, namespace: default}
            spec:
              description: Reads its notes.
              schedule: {cron: "0 * * * *"}
              model: {tier: fast}
              skills: [{name: notes, source: "configmap://notes"}]
              guardrails: {autonomy: observe}
              environmentRef: demo
            """);
    }

    public string Path => _folder.FullName;

    public string Agent => System.IO.Path.Combine(Path, "agent.yaml");

    public void Dispose() => _folder.Delete(recursive: true);
}
