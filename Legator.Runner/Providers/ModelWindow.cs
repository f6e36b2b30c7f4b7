namespace Legator.Runner.Providers;

/// <summary>How much of a conversation is sent with each request, so that token use stays flat however long a run gets.</summary>
internal static class ModelWindow
{
    /// <summary>So many of the newest exchanges (a reply with the answers to all of its calls), besides the first message.</summary>
    public const int Exchanges = 4;
}
