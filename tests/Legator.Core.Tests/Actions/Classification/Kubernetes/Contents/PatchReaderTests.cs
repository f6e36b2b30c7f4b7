using Legator.Core.Actions.Classification.Kubernetes.Contents;

namespace Legator.Core.Tests.Actions.Classification.Kubernetes.Contents;

public sealed class PatchReaderTests
{
    [Theory]
    [InlineData("""{"spec":{"replicas":0}}""", null, "spec/replicas")]
    [InlineData("spec:\n  replicas: 0\n", "merge", "spec/replicas")]
    [InlineData("""{"metadata":{"labels":{"a/b":"c"}}}""", null, "metadata/labels/a~1b")]
    [InlineData("""{"metadata":{"finalizers":null}}""", "merge", "metadata/finalizers")]
    [InlineData("""{"spec":{"containers":[{"image":"x"}]}}""", null, "spec/containers spec/containers/image")]
    [InlineData("""[{"op":"remove","path":"/metadata/finalizers"}]""", "json", "metadata/finalizers")]
    [InlineData("""[{"op":"replace","path":"/spec","value":{"a":1}}]""", "json", "spec spec/a")]
    [InlineData("""[{"op":"move","from":"/spec/a","path":"/spec/b"}]""", "json", "spec/b spec/a")]
    [InlineData("""[{"op":"test","path":"/spec/a","value":1}]""", "json", "")]
    [InlineData("""[{"op":"replace","path":"","value":{"kind":"x"}}]""", "json", " kind")]
    public void Read_Patch_NamesEveryFieldThatChanges(string text, string? type, string paths) =>
        string.Join(' ', PatchReader.Read(text, type)!.Select(c => c.Path)).ShouldBe(paths);

    [Theory]
    [InlineData("{", null)]
    [InlineData("[]", null)]
    [InlineData("{}", "json")]
    [InlineData("""{"a":1,"a":2}""", null)]
    [InlineData("""{"a":1}""", "nosuch")]
    [InlineData("""[{"op":"nuke","path":"/a"}]""", "json")]
    [InlineData("""[{"op":"remove","path":"a"}]""", "json")]
    [InlineData("a: 1\n---\nb: 2\n", null)]
    [InlineData("", null)]
    public void Read_WhatIsNoPatch_IsRefused(string text, string? type) => PatchReader.Read(text, type).ShouldBeNull();
}
