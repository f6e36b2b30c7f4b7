namespace Legator.Web.Api;

internal static class ApiLimits
{
    public const long MaxBodyBytes = 1024 * 1024;

    public const int DefaultPage = 50;

    public const int MaxPage = 500;

    public const int MaxTask = 8192;

    public const int MaxTarget = 1024;

    public const int MaxReason = 1024;
}
