using Legator.Core.Actions.Classification.Dns;

namespace Legator.Core.Tests.Actions.Classification.Dns;

/// <summary>Names in other scripts are known by the form that DNS knows, and nothing that could be taken for another name is let through.</summary>
public sealed class DnsNameTests
{
    [Theory]
    [InlineData("example.com", "example.com")]
    [InlineData("example.com.", "example.com.")]
    [InlineData(".", ".")]
    [InlineData("_sip._tcp.Example.com", "_sip._tcp.Example.com")]
    [InlineData("*.example.com", "*.example.com")]
    [InlineData("münchen.example", "xn--mnchen-3ya.example")]
    [InlineData("MÜNCHEN.example", "xn--mnchen-3ya.example")]
    [InlineData("_sip._tcp.bücher.example.", "_sip._tcp.xn--bcher-kva.example.")]
    [InlineData("παράδειγμα.δοκιμή", "xn--hxajbheg2az3al.xn--jxalpdlp")]
    [InlineData("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f")]
    [InlineData("例子.测试", "xn--fsqu00a.xn--0zwm56d")]
    [InlineData("xn--mnchen-3ya.example", "xn--mnchen-3ya.example")]
    public void Name_IsReadAsWhatIsAskedFor(string text, string name) => DnsName.Read(text).ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a..b")]
    [InlineData("-a.example")]
    [InlineData("a b.example")]
    [InlineData("example.com/")]
    [InlineData("straße.example")]
    [InlineData("σίσυφος.example")]
    [InlineData("\uff47oogle.example")]
    [InlineData("ex\u200dample.test")]
    [InlineData("a\u202eb.example")]
    [InlineData("mu\u0308nchen.example")]
    [InlineData("münchen。example")]
    [InlineData("\uff11\uff12\uff17.0.0.1")]
    [InlineData("ﬁsh.example")]
    [InlineData("💩.example")]
    [InlineData("ä-.example")]
    [InlineData("\ud800.example")]
    [InlineData("ümmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm.example")]
    public void Text_ThatIsNoName_OrCouldBeTakenForAnother_IsNone(string text) => DnsName.Read(text).ShouldBeNull();

    [Fact]
    public void Server_IsPlainLetters()
    {
        DnsName.IsAscii("ns1.example.com").ShouldBeTrue();
        DnsName.IsAscii("nś.example").ShouldBeFalse();
    }
}
