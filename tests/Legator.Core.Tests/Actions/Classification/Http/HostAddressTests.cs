using System.Net;
using CsCheck;
using Legator.Core.Actions.Classification.Http;

namespace Legator.Core.Tests.Actions.Classification.Http;

public sealed class HostAddressTests
{
    private static readonly Gen<uint> Address = Gen.UInt;

    [Theory]
    [InlineData("127.1", "127.0.0.1")]
    [InlineData("2130706433", "127.0.0.1")]
    [InlineData("0x7f.0.0.1", "127.0.0.1")]
    [InlineData("0x7f000001", "127.0.0.1")]
    [InlineData("017700000001", "127.0.0.1")]
    [InlineData("0177.0.0.01", "127.0.0.1")]
    [InlineData("127.0.0.1.", "127.0.0.1")]
    [InlineData("::1", "::1")]
    [InlineData("[::ffff:169.254.169.254]", "169.254.169.254")]
    [InlineData("::ffff:a9fe:a9fe", "169.254.169.254")]
    [InlineData("64:ff9b::a9fe:a9fe", "169.254.169.254")]
    [InlineData("2002:7f00:1::", "127.0.0.1")]
    [InlineData("0", "0.0.0.0")]
    public void Read_AnySpelling_IsTheSameAddress(string host, string expected) =>
        HostAddress.Read(host).ShouldBe(IPAddress.Parse(expected));

    [Theory]
    [InlineData("example.com")]
    [InlineData("256.1.1.1")]
    [InlineData("1.2.3.4.5")]
    [InlineData("")]
    [InlineData("1..2")]
    [InlineData("99999999999999999999999")]
    public void Read_Name_IsNone(string host) => HostAddress.Read(host).ShouldBeNull();

    [Fact]
    public void Read_EverySpellingOfAnyAddress_GivesItBack() =>
        Address.Sample(value =>
        {
            byte[] bytes = [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
            var expected = new IPAddress(bytes);
            string[] spellings =
            [
                expected.ToString(), $"{value}", $"0x{value:x}", $"0x{bytes[0]:x}.{bytes[1]}.{bytes[2]}.{bytes[3]}",
                "0" + Convert.ToString(value, 8), $"{bytes[0]}.{value & 0xffffff}", $"{bytes[0]}.{bytes[1]}.{value & 0xffff}", $"::ffff:{expected}",
            ];
            return spellings.All(s => expected.Equals(HostAddress.Read(s)));
        });

    [Fact]
    public void Read_AnyText_NeverThrows() => Gen.String.Sample(text => { HostAddress.Read(text); });
}
