using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.RealBrowser;

/// <summary>A person signs in with a real browser, reads what waits, and decides.</summary>
public sealed class ApprovalInBrowserTests(StartedWebOfItsOwn web) : IClassFixture<StartedWebOfItsOwn>
{
    [Fact]
    public async Task Person_ReadsTypesAndApproves()
    {
        Assert.SkipUnless(Chromium.Program is not null, "There is no Chromium: install the package chromium.");
        var asked = await web.Approvals.AskAsync("by-hand", RiskTier.DestructiveMutation);
        await using var browser = await Chromium.StartAsync();
        await using var tab = await Tab.OpenAsync(browser.Debugger);
        await SignInAsync(tab);

        await tab.GoAsync(new Uri(web.Url, "/approvals"));
        await PictureAsync(tab, "list");
        await tab.ClickAsync("a[href$='/by-hand']");
        await tab.UntilAsync("the page of the question is there", "location.pathname.endsWith('/by-hand') && document.readyState === 'complete'");
        await PictureAsync(tab, "question");
        var text = await tab.TextAsync();
        string[] shown = ["scale deployments.apps/web -n shop", "destructive-mutation", "replicas: 1 -> 3", "pods/web-1", asked.Judged.Digest.Value, "<img src=x onerror=alert(1)>"];
        shown.ShouldAllBe(part => text.Contains(part, StringComparison.Ordinal), text);

        await tab.TypeAsync("textarea[name=reason]", "agreed by phone");
        await tab.TypeAsync("input[name=confirmation]", "confirm-00000000");
        await tab.ClickAsync("button[value=approve]");
        await tab.UntilAsync("the wrong text is refused", "document.readyState === 'complete' && document.body.innerText.includes('Nothing was decided')");
        await PictureAsync(tab, "refused");
        (await web.Approvals.FindAsync("by-hand")).IsOpen.ShouldBeTrue();

        await tab.TypeAsync("input[name=confirmation]", TypedConfirmation.Of(asked, "operator"));
        await tab.ClickAsync("button[value=approve]");
        await tab.UntilAsync("the run's page is there", "location.pathname.endsWith('/by-hand-run') && document.readyState === 'complete'");
        await PictureAsync(tab, "run");
        var decided = (await web.Approvals.FindAsync("by-hand")).Decided.ShouldNotBeNull();
        (decided.Approved, decided.DecidedBy, decided.Reason).ShouldBe((true, "operator", "agreed by phone"));

        await tab.GoAsync(new Uri(web.Url, $"/approvals/{web.Namespace}/by-hand"));
        (await tab.TextAsync()).ShouldContain("Approved by operator");
        await PictureAsync(tab, "decided");
    }

    [Fact]
    public async Task Person_WithASmallScreen_ReachesBothButtonsAndDenies()
    {
        Assert.SkipUnless(Chromium.Program is not null, "There is no Chromium: install the package chromium.");
        await web.Approvals.AskAsync("on-the-way", RiskTier.DestructiveMutation);
        await using var browser = await Chromium.StartAsync();
        await using var tab = await Tab.OpenAsync(browser.Debugger, 390, 844);
        await SignInAsync(tab);
        await tab.GoAsync(new Uri(web.Url, "/approvals"));
        await PictureAsync(tab, "list-small");
        await tab.ClickAsync("a[href$='/on-the-way']");
        await tab.UntilAsync("the page of the question is there", "location.pathname.endsWith('/on-the-way') && document.readyState === 'complete'");
        await PictureAsync(tab, "question-small");
        await tab.UntilAsync("nothing is wider than the screen", "document.documentElement.scrollWidth <= 390");
        await tab.ClickAsync("button[value=deny]");
        await tab.UntilAsync("the run's page is there", "location.pathname.endsWith('/on-the-way-run') && document.readyState === 'complete'");
        (await web.Approvals.FindAsync("on-the-way")).Decided.ShouldNotBeNull().Approved.ShouldBeFalse();
    }

    private async Task SignInAsync(Tab tab)
    {
        await tab.GoAsync(new Uri(web.Url, "/login"));
        await tab.TypeAsync("input[name=token]", StartedWeb.Token);
        await tab.ClickAsync("button[type=submit]");
        await tab.UntilAsync("the first page is there", "location.pathname !== '/login' && document.readyState === 'complete'");
    }

    /// <summary>For people who want to see what the test saw: LEGATOR_PICTURES names a folder.</summary>
    private static async Task PictureAsync(Tab tab, string name)
    {
        if (Environment.GetEnvironmentVariable("LEGATOR_PICTURES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"approval-{name}.png"), await tab.PictureAsync());
        }
    }
}
