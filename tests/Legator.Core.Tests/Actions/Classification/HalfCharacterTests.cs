using System.Text.Json;
using Legator.Core.Actions.Classification;

namespace Legator.Core.Tests.Actions.Classification;

public sealed class HalfCharacterTests
{
    [Theory]
    [InlineData("kubectl", """{"command":"get pods \ud800"}""")]
    [InlineData("kubectl.get", """{"\ud800":"pods"}""")]
    [InlineData("ssh.exec", """{"host":"web-1","command":"ls \ud800"}""")]
    [InlineData("sql.query", """{"database":"x","query":"select '\udfff'"}""")]
    [InlineData("http.request", """{"url":"https://example.com/\ud800"}""")]
    public void Classify_TextThatIsNoUnicode_IsRefused(string tool, string arguments) =>
        StandardClassifiers.Classify(tool, JsonDocument.Parse(arguments).RootElement, ClassificationContext.Empty).Blocked.ShouldBeTrue();
}
