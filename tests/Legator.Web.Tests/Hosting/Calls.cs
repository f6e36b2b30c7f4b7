using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;

namespace Legator.Web.Tests.Hosting;

internal static class Calls
{
    public static async Task<T> ReadAsync<T>(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<T>(LegatorJson.Options))!;
    }

    public static async Task<ApiProblem> ProblemAsync(this Task<HttpResponseMessage> call, HttpStatusCode expected)
    {
        using var response = await call;
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return JsonSerializer.Deserialize<ApiProblem>(text, LegatorJson.Options)!;
    }
}
