using Legator.Web.SignIn;

namespace Legator.AppHost.Standalone;

/// <summary>What a newcomer reads first: where everything is, and three things to try. No secret stands in it but a sign-in code that works once.</summary>
internal static class Banner
{
    public static async Task WriteAsync(TextWriter output, StandaloneOptions options, string url, IServiceProvider services)
    {
        var signIn = services.GetRequiredService<SignInCodes>().Issue();
        await output.WriteLineAsync($"""

            Legator is running. Ctrl-C stops it; the next start goes on where it stopped.

              Dashboard    {url}/login?code={signIn}   (works once, within 10 minutes)
              API          {url}/api/v1   (bearer token: {options.DataFile("token")})
              Kubeconfig   {options.DataFile("kubeconfig")}

            Three things to try, in another terminal, in this folder:

              dotnet run --project Legator.Cli -- runs watch
              dotnet run --project Legator.Cli -- run hello-world --wait
              kubectl --kubeconfig {Relative(options.DataFile("kubeconfig"))} get legatoragents,legatorruns -n agents

            """);
        await output.FlushAsync();
    }

    private static string Relative(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
