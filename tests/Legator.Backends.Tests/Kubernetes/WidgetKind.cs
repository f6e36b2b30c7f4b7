using System.Text.Json;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;

namespace Legator.Backends.Tests.Kubernetes;

internal static class WidgetKind
{
    private const string Spec = """
        {
          "group": "test.legator.io", "scope": "Namespaced",
          "names": {"plural": "widgets", "singular": "widget", "kind": "Widget", "shortNames": ["wd"]},
          "versions": [{
            "name": "v1", "served": true, "storage": true, "subresources": {"status": {}},
            "schema": {"openAPIV3Schema": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}
          }]
        }
        """;

    public static async Task InstallAsync(ClusterConnection connection)
    {
        var stop = TestContext.Current.CancellationToken;
        try
        {
            await new ResourceClient<CustomResourceDefinition>(connection).CreateAsync(
                new CustomResourceDefinition { Metadata = new ObjectMeta { Name = "widgets.test.legator.io" }, Spec = JsonDocument.Parse(Spec).RootElement },
                stop);
        }
        catch (ClusterException e) when (e.IsAlreadyExists)
        {
            // Another run of the tests left it.
        }

        var widgets = new ResourceClient<Widget>(connection);
        await Eventually.IsTrueAsync("widgets are served", async () =>
        {
            try
            {
                await widgets.ListAsync("default", null, stop);
                return true;
            }
            catch (ClusterException e) when (e.IsNotFound || e.IsTransient)
            {
                return false;
            }
        });
    }
}
