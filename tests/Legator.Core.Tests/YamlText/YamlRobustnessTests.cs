namespace Legator.Core.Tests.YamlText;

public sealed class YamlRobustnessTests
{
    public static TheoryData<string> Sources =>
        ["examples/environments/dev-lab.yaml", "skills/hello-world/rehearsal.yaml", "skills/endpoint-monitoring/actions.yaml", "deploy/crds/userpolicies.legator.io.yaml"];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Text_Damaged_IsReadOrRefusedWithAPlace(string source)
    {
        var random = new Random(20_26);
        var text = File.ReadAllText(RepositoryFolder.File(source));
        for (var round = 0; round < 500; round++)
        {
            var damaged = TextDamage.Apply(text, random);
            try
            {
                foreach (var document in Yaml.ParseAll(damaged))
                {
                    Yaml.Parse(Yaml.Write(document))!.ToJsonString().ShouldBe(document.ToJsonString());
                }
            }
            catch (YamlFormatException refused)
            {
                refused.Line.ShouldBeGreaterThan(0);
            }
        }
    }
}
