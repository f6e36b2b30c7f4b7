using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Tests.Audit;

/// <summary>The hash from data as it is stored is the one that every journal so far was written with.</summary>
public sealed class EventHashTests
{
    private static readonly RunKey Run = new("agents", "web-1");
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("line\nline\ttab \"quoted\" back\\slash / slash")]
    [InlineData("\0\u0001\u001f\u007f\u2028 ünï 🧭")]
    [InlineData("</script> & ' + <b>")]
    [InlineData("\\u0041 \\n \\\\")]
    public void Link_AnyText_HashesAsEver(string text) => ShouldHashAsEver(Time, new ModelFailed(1, text));

    [Theory]
    [InlineData("""{"b":1,"a":[1.0,-0.0,1e-7,9007199254740993,0.1],"é":{"z":null,"a":true}}""")]
    [InlineData("""{"n":-12,"big":123456789012345678,"e":1E3,"":""}""")]
    [InlineData("""{"s":"\u00e9\/\ud83d\ude00\b\f"}""")]
    public void Link_AnyArguments_HashesAsEver(string arguments) =>
        ShouldHashAsEver(Time, new ModelReplied(1, "x", [new ToolCall("c", "t", JsonDocument.Parse(arguments).RootElement)], 1, 2, "stop", 3));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1234560)]
    [InlineData(9999999)]
    [InlineData(5000000)]
    public void Link_AnyTime_HashesAsEver(long ticks) => ShouldHashAsEver(Time.AddTicks(ticks), new ModelFailed(1, "x"));

    [Fact]
    public void Stored_DataThatIsNoJson_DoesNotFit()
    {
        new StoredEvent(1, Run, 1, Time, "no json"u8.ToArray(), new byte[32], new byte[32]).FitsItsHash().ShouldBeFalse();
        new StoredEvent(1, Run, 1, Time, "{}"u8.ToArray(), new byte[31], new byte[32]).FitsItsHash().ShouldBeFalse();
    }

    private static void ShouldHashAsEver(DateTimeOffset time, RunEventData data)
    {
        var linked = RunEventChain.Link(Run, JournalHead.Empty, time, data);

        var body = CanonicalJson.Serialize(new { run = Run.ToString(), sequence = 1L, time = time.ToUniversalTime(), data });
        linked.Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(JournalHead.Empty.Hash), .. body])));
        new StoredEvent(1, Run, 1, time, JsonSerializer.SerializeToUtf8Bytes(data, LegatorJson.Options), new byte[32], Convert.FromHexString(linked.Hash)).FitsItsHash().ShouldBeTrue();
    }
}
