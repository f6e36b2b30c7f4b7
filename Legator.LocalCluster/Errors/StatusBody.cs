using System.Buffers;
using System.Text.Json;

namespace Legator.LocalCluster.Errors;

/// <summary>Writes v1 Status objects.</summary>
internal static class StatusBody
{
    public static byte[] Failure(ApiException error)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter json = Open(buffer, "Failure", error.Continue))
        {
            json.WriteString("message"u8, error.Message);
            if (error.Reason.Length > 0)
            {
                json.WriteString("reason"u8, error.Reason);
            }

            if (HasDetails(error))
            {
                json.WriteStartObject("details"u8);
                WriteDetails(json, error.Name, error.Group, error.Kind, error.Uid);
                WriteCauses(json, error.Causes);
                if (error.RetryAfterSeconds > 0)
                {
                    json.WriteNumber("retryAfterSeconds"u8, error.RetryAfterSeconds);
                }

                json.WriteEndObject();
            }

            json.WriteNumber("code"u8, error.Code);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] Success(string name, string group, string plural, string uid)
    {
        ArrayBufferWriter<byte> buffer = new(256);
        using (Utf8JsonWriter json = Open(buffer, "Success", null))
        {
            json.WriteStartObject("details"u8);
            WriteDetails(json, name, group, plural, uid);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static Utf8JsonWriter Open(ArrayBufferWriter<byte> buffer, string status, string? continueToken)
    {
        Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("kind"u8, "Status"u8);
        json.WriteString("apiVersion"u8, "v1"u8);
        json.WriteStartObject("metadata"u8);
        if (continueToken is not null)
        {
            json.WriteString("continue"u8, continueToken);
        }

        json.WriteEndObject();
        json.WriteString("status"u8, status);
        return json;
    }

    private static bool HasDetails(ApiException error) =>
        error.EmptyDetails || error.Name is not null || error.Kind is not null || error.Causes.Count > 0 || error.RetryAfterSeconds > 0;

    private static void WriteDetails(Utf8JsonWriter json, params ReadOnlySpan<string?> nameGroupKindUid)
    {
        ReadOnlySpan<string> keys = ["name", "group", "kind", "uid"];
        for (int i = 0; i < keys.Length; i++)
        {
            if (!string.IsNullOrEmpty(nameGroupKindUid[i]))
            {
                json.WriteString(keys[i], nameGroupKindUid[i]);
            }
        }
    }

    private static void WriteCauses(Utf8JsonWriter json, IReadOnlyList<StatusCause> causes)
    {
        if (causes.Count == 0)
        {
            return;
        }

        json.WriteStartArray("causes"u8);
        foreach (StatusCause cause in causes)
        {
            json.WriteStartObject();
            if (cause.Reason.Length > 0)
            {
                json.WriteString("reason"u8, cause.Reason);
            }

            json.WriteString("message"u8, cause.Message);
            if (cause.Field.Length > 0)
            {
                json.WriteString("field"u8, cause.Field);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
