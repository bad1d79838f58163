using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneStop.Line.Api;

/// <summary>
/// How LINE's JSON is read and written: the discriminator may stand anywhere, what is
/// absent is left out, Japanese is not escaped (limits are in bytes).
/// </summary>
internal static class LineJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a body as LINE writes it, whatever charset it claims; null if it is not of that shape.</summary>
    public static async Task<T?> Read<T>(HttpContent content, CancellationToken stopping) where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(await content.ReadAsStreamAsync(stopping), Options, stopping);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
