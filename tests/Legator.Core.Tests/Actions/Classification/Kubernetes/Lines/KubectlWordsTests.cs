using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Tests.Actions.Classification.Kubernetes.Lines;

public sealed class KubectlWordsTests
{
    [Theory]
    [InlineData("get pods", "get|pods")]
    [InlineData("  get\t pods \n", "get|pods")]
    [InlineData("get 'a b' \"c d\"e", "get|a b|c de")]
    [InlineData("get \"\" ''", "get||")]
    [InlineData("get a\\ b \\'c", "get|a b|'c")]
    [InlineData("get \"\\$x\" \"a\\nb\"", "get|$x|a\\nb")]
    [InlineData("get \\\n pods", "get|pods")]
    [InlineData("get po\\\nds", "get|pods")]
    [InlineData("get -o=jsonpath={.items[*].name}", "get|-o=jsonpath={.items[*].name}")]
    [InlineData("get '$(id); `x` | y > z'", "get|$(id); `x` | y > z")]
    [InlineData("get a#b", "get|a#b")]
    [InlineData("", "")]
    public void Split_PlainLine_GivesWords(string line, string words) =>
        string.Join('|', KubectlWords.Split(line, out _, out _)!).ShouldBe(words);

    [Theory]
    [InlineData("get pods; x")]
    [InlineData("get pods | x")]
    [InlineData("get pods & x")]
    [InlineData("get pods > x")]
    [InlineData("get pods < x")]
    [InlineData("get $x")]
    [InlineData("get \"$x\"")]
    [InlineData("get \"${x}\"")]
    [InlineData("get \"a`x`\"")]
    [InlineData("get $'x'")]
    [InlineData("get (x)")]
    [InlineData("get {a,b}")]
    [InlineData("get 'x")]
    [InlineData("get \"x")]
    [InlineData("get x\\")]
    [InlineData("get pods\nget pods")]
    [InlineData("get pods\rget pods")]
    [InlineData("get pods\0")]
    [InlineData("get pods # x")]
    public void Split_WhatAShellWouldActOn_IsRefused(string line)
    {
        (KubectlWords.Split(line, out var rest, out var problem) is null || rest is not null).ShouldBeTrue();
        (rest ?? problem).ShouldNotBeNullOrEmpty();
    }
}
