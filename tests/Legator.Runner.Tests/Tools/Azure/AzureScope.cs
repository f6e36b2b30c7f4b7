using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Tools.Http;

namespace Legator.Runner.Tests.Tools.Azure;

internal static class AzureScope
{
    /// <summary>A run whose environment has a credential of the site, with some fields changed.</summary>
    public static RunScope Scope(this AzureSite site, params (string Field, string Value)[] fields) => Gates.Scope() with
    {
        Credentials = new Dictionary<string, ICredentialHandle> { ["azure"] = new Credential("azure", CredentialType.Azure, [.. fields, .. site.Fields.Where(d => fields.All(f => f.Field != d.Field))]) },
    };
}
