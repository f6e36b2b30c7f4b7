using System.Text;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Approvals;

/// <summary>Decides through the API.</summary>
internal static class Decisions
{
    public static string PathOf(this StartedWeb web, string approval) => $"{ApiPaths.Approval(approval)}?namespace={web.Namespace}";

    public static Task<HttpResponseMessage> DecideAsync(this StartedWeb web, string approval, object decision, string? token = StartedWeb.Token) =>
        web.SendAsync(approval, JsonSerializer.Serialize(decision, LegatorJson.Options), token);

    public static async Task<HttpResponseMessage> SendAsync(this StartedWeb web, string approval, string body, string? token = StartedWeb.Token)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var client = web.Client(token);
        return await client.PostAsync(web.PathOf(approval), content);
    }

    public static async Task<ApprovalAnswer> AnswerAsync(this Task<HttpResponseMessage> call)
    {
        using var response = await call;
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, text);
        return JsonSerializer.Deserialize<ApprovalAnswer>(text, LegatorJson.Options)!;
    }
}
