using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Approvals;
using Legator.Core.Resources.UserPolicies;

namespace Legator.Web.Approvals;

/// <summary>Approvals: finding them, showing them, and the one way to decide them.</summary>
internal static class ApprovalsRegistration
{
    public static IHostApplicationBuilder AddApprovals(this IHostApplicationBuilder builder)
    {
        builder.AddInformer<ApprovalRequest>();
        builder.AddInformer<UserPolicy>();
        builder.Services.AddSingleton<ApprovalCatalog>();
        builder.Services.AddSingleton<Deciders>();
        builder.Services.AddSingleton<ApprovalDetails>();
        builder.Services.AddSingleton<ApprovalDecider>();
        return builder;
    }
}
