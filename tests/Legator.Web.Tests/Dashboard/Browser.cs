using System.Net;
using System.Text.RegularExpressions;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Dashboard;

/// <summary>What a browser does, without its eyes: keeps cookies, fills in forms, follows nothing by itself.</summary>
internal sealed partial class Browser(Uri url) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = url,
        DefaultRequestHeaders = { { "Accept", "text/html" } },
    };

    public static async Task<Browser> SignedInAsync(StartedWeb web, string token = StartedWeb.Token)
    {
        var browser = new Browser(web.Url);
        using var answer = await browser.PostAsync("/login", "/login", ("token", token));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return browser;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) => http.PostAsync(path, content);

    /// <summary>The text of a page that must be there.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var answer = await GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text;
    }

    /// <summary>Fills in a form of a page, with that page's own protection against forgery.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        return await http.PostAsync(path, Form([.. fields, ("__RequestVerificationToken", await FormTokenAsync(page))]));
    }

    /// <summary>A page's protection against forgery.</summary>
    public async Task<string> FormTokenAsync(string page)
    {
        var token = Antiforgery().Match(await PageAsync(page)).Groups[1].Value;
        token.ShouldNotBeEmpty();
        return token;
    }

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
