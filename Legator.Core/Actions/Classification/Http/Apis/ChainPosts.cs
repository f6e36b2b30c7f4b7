using System.Collections.Frozen;
using System.Text.Json;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>POSTs that ask the node of a block chain, one question or several.</summary>
internal static class ChainPosts
{
    private const int LongestBody = 16 * 1024;

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 16 };

    private static readonly FrozenSet<string> Reads = FrozenSet.ToFrozenSet(
        ("eth_accounts eth_blockNumber eth_call eth_chainId eth_coinbase eth_estimateGas eth_feeHistory eth_gasPrice eth_getBalance eth_getBlockByHash eth_getBlockByNumber eth_getBlockReceipts eth_getBlockTransactionCountByHash eth_getBlockTransactionCountByNumber "
        + "eth_getCode eth_getLogs eth_getProof eth_getStorageAt eth_getTransactionByBlockHashAndIndex eth_getTransactionByBlockNumberAndIndex eth_getTransactionByHash eth_getTransactionCount eth_getTransactionReceipt eth_getUncleByBlockHashAndIndex "
        + "eth_getUncleByBlockNumberAndIndex eth_getUncleCountByBlockHash eth_getUncleCountByBlockNumber eth_hashrate eth_maxPriorityFeePerGas eth_mining eth_protocolVersion eth_syncing net_listening net_peerCount net_version web3_clientVersion web3_sha3 "
        + "txpool_status eth_blobBaseFee").Split(' '));

    /// <summary>True when every question only looks.</summary>
    public static bool OnlyAsk(ApiRequest request)
    {
        if (request.Call.Body is not { Length: > 0 and <= LongestBody } body || !body.Contains("jsonrpc", StringComparison.Ordinal) || request.Call.Target.Url.Query.Length > 1)
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(body, Bounded);
            return json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.GetArrayLength() > 0 && json.RootElement.EnumerateArray().All(Asks) : Asks(json.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The four fields of a call, each once.
    private static bool Asks(JsonElement call)
    {
        if (call.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var methods = 0;
        foreach (var member in call.EnumerateObject())
        {
            if (member.NameEquals("method"))
            {
                if (++methods > 1 || member.Value.ValueKind != JsonValueKind.String || !Reads.Contains(member.Value.GetString()!))
                {
                    return false;
                }
            }
            else if (!member.NameEquals("jsonrpc") && !member.NameEquals("id") && !member.NameEquals("params"))
            {
                return false;
            }
        }

        return methods == 1;
    }
}
