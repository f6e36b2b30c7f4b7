using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Legator.Runner.Tools.Aws;

/// <summary>Signature Version 4: what AWS knows a caller by. The secret key itself is never sent.</summary>
internal static class AwsSignature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The headers to send, with the signature among them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="host">Host header.</param>
    /// <param name="region">Region that is signed for.</param>
    /// <param name="service">Service that is signed for.</param>
    /// <param name="account">Whose request it is.</param>
    /// <param name="at">When it is sent; AWS takes it for some minutes.</param>
    public static IReadOnlyDictionary<string, string> Sign(AwsRequest request, string host, string region, string service, AwsAccount account, DateTimeOffset at)
    {
        var time = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var hash = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(request.Body)));
        var headers = new SortedDictionary<string, string>(request.Headers.ToDictionary(), StringComparer.Ordinal) { ["host"] = host, ["x-amz-date"] = time };
        if (account.SessionToken is { } token)
        {
            headers["x-amz-security-token"] = token;
        }

        if (service == "s3")
        {
            headers["x-amz-content-sha256"] = hash;
        }

        var signed = string.Join(';', headers.Keys);
        var canonical = string.Join('\n', request.Method, Path(request.Path, service), request.CanonicalQuery, string.Concat(headers.Select(h => $"{h.Key}:{Folded(h.Value)}\n")), signed, hash);
        var scope = $"{time[..8]}/{region}/{service}/aws4_request";
        var text = $"{Algorithm}\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signature = Hex(HMACSHA256.HashData(Key(account.SecretKey, time[..8], region, service), Encoding.UTF8.GetBytes(text)));
        headers["authorization"] = $"{Algorithm} Credential={account.KeyId}/{scope}, SignedHeaders={signed}, Signature={signature}";
        return headers;
    }

    private static byte[] Key(string secret, string date, string region, string service)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in new[] { date, region, service, "aws4_request" })
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return key;
    }

    // All services but S3 look at the path as it was sent and encode it once more.
    private static string Path(string path, string service) =>
        service == "s3" ? path : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Folded(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
