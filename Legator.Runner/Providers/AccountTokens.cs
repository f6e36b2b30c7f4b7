namespace Legator.Runner.Providers;

/// <summary>The pod's own token. Kubernetes replaces the file now and then, so it is read anew for each request.</summary>
internal sealed class AccountTokens(string file, ModelSecrets secrets) : IBearerTokens
{
    public async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        try
        {
            var token = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
            if (token.Length == 0)
            {
                throw new ModelUnusableException($"{file} is empty: auth.type serviceAccount needs the pod's token there. {Fix}");
            }

            secrets.Add(token);
            return token;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelUnusableException($"auth.type serviceAccount needs the pod's token, and {file} cannot be read. {Fix}");
        }
    }

    private const string Fix = "Run the Runner in a pod whose account's token is mounted, or set Runner:ServiceAccountTokenFile.";
}
