using System.Security.Cryptography;
using System.Text;

namespace Legator.Tests.NoticeReceivers;

/// <summary>Checks a webhook's signature as a receiver would, from the Standard Webhooks specification and nothing of the product.</summary>
internal static class SignatureCheck
{
    public static bool Holds(ReceivedPost post, byte[] key)
    {
        using var hmac = new HMACSHA256(key);
        hmac.TransformBlock(Encoding.ASCII.GetBytes(post.Header("webhook-id") + "." + post.Header("webhook-timestamp") + "."), 0, post.Header("webhook-id").Length + post.Header("webhook-timestamp").Length + 2, null, 0);
        hmac.TransformFinalBlock(post.Body, 0, post.Body.Length);
        return post.Header("webhook-signature").Split(' ').Any(signature => signature == "v1," + Convert.ToBase64String(hmac.Hash!));
    }
}
