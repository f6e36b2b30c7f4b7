namespace Legator.Web.Dashboard;

/// <summary>Addresses of pages.</summary>
internal static class Links
{
    public static string Agent(string place, string name) => $"/agents/{Uri.EscapeDataString(place)}/{Uri.EscapeDataString(name)}";

    public static string Run(string place, string name) => $"/runs/{Uri.EscapeDataString(place)}/{Uri.EscapeDataString(name)}";

    public static string Approval(string place, string name) => $"/approvals/{Uri.EscapeDataString(place)}/{Uri.EscapeDataString(name)}";

    /// <summary>Where the form of an approval posts to: its page itself takes every method.</summary>
    public static string Decision(string place, string name) => Approval(place, name) + "/decision";

    /// <summary>Where the buttons of a message post to.</summary>
    public static string Message(string id) => $"/messages/{Uri.EscapeDataString(id)}";

    public static string Runs(params (string Name, string? Value)[] filters)
    {
        var given = filters.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!)}").ToList();
        return given.Count == 0 ? "/runs" : $"/runs?{string.Join('&', given)}";
    }
}
