using Legator.LocalCluster.Schemas.BuiltIn;

namespace Legator.LocalCluster.Tests.Schemas;

public sealed class BuiltInKindTests
{
    // Every expected text was given by a real API server 1.36.
    [Theory]
    [InlineData("", "ConfigMap", """{"data": {"a": 1}}""", "json: cannot unmarshal number into Go struct field ConfigMap.data of type string")]
    [InlineData("", "ConfigMap", """{"data": [1]}""", "json: cannot unmarshal array into Go struct field ConfigMap.data of type map[string]string")]
    [InlineData("", "ConfigMap", """{"metadata": {"labels": {"a": true}}}""", "json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string")]
    [InlineData("", "ConfigMap", """{"metadata": "x"}""", "json: cannot unmarshal string into Go struct field ConfigMap.metadata of type v1.ObjectMeta")]
    [InlineData("", "ConfigMap", """{"metadata": {"finalizers": "x"}}""", "json: cannot unmarshal string into Go struct field ObjectMeta.metadata.finalizers of type []string")]
    [InlineData("", "ConfigMap", """{"metadata": {"creationTimestamp": "yesterday"}}""", "parsing time \"yesterday\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"yesterday\" as \"2006\"")]
    [InlineData("", "ConfigMap", """{"binaryData": {"a": "!!"}}""", "illegal base64 data at input byte 0")]
    [InlineData("apps", "Deployment", """{"spec": {"replicas": 1.5}}""", "json: cannot unmarshal number 1.5 into Go struct field DeploymentSpec.spec.replicas of type int32")]
    [InlineData("apps", "Deployment", """{"spec": "x"}""", "json: cannot unmarshal string into Go struct field Deployment.spec of type v1.DeploymentSpec")]
    [InlineData("apps", "Deployment", """{"spec": {"template": {"spec": {"containers": [3]}}}}""", "json: cannot unmarshal number into Go struct field PodSpec.spec.template.spec.containers of type v1.Container")]
    [InlineData("", "Pod", """{"spec": {"containers": [{"ports": "3"}]}}""", "json: cannot unmarshal string into Go struct field Container.spec.containers.ports of type []v1.ContainerPort")]
    [InlineData("", "Pod", """{"spec": {"containers": [{"ports": [{"containerPort": "x"}]}]}}""", "json: cannot unmarshal string into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32")]
    [InlineData("", "Pod", """{"spec": {"containers": [{"resources": {"limits": {"cpu": "abc"}}}]}}""", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("", "Pod", """{"spec": {"containers": [{"name": "a", "resources": {"limits": {"cpu": 1, "memory": "1Gi"}}, "livenessProbe": {"httpGet": {"port": "http"}}}]}, "status": null}""", null)]
    public void DecodeProblem_OfAWrongType_IsWordedAsGoDoes(string group, string kind, string json, string? expected) =>
        BuiltInKind.Find(group, "v1", kind)!.DecodeProblem(SchemaText.Json(json)).ShouldBe(expected);

    [Fact]
    public void Prune_UnknownFields_AreRemovedAndNamed()
    {
        var pod = SchemaText.Json("""{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "x", "foo": 1}, "spec": {"containers": [{"name": "a", "image": "b", "imagee": "c"}], "containerz": []}}""");

        BuiltInKind.Find("", "v1", "Pod")!.Prune(pod).ShouldBe(["metadata.foo", "spec.containers[0].imagee", "spec.containerz"]);
    }

    [Fact]
    public void Find_ACustomKind_IsNothing() => BuiltInKind.Find("legator.io", "v1alpha1", "LegatorAgent").ShouldBeNull();

    [Theory]
    [InlineData("""{"metadata": {"name": 3}}""", "json: cannot unmarshal number into Go struct field ObjectMeta.name of type string")]
    [InlineData("""{"metadata": "x"}""", "json: cannot unmarshal string into Go value of type v1.ObjectMeta")]
    [InlineData("""{"metadata": {"name": "x"}}""", null)]
    public void Metadata_OfACustomObject_IsWordedAsGoDoes(string json, string? expected) => MetadataDecoding.Problem(SchemaText.Json(json)).ShouldBe(expected);
}
