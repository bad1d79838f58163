using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneStop.Line.Api;

/// <summary>
/// The format of LINE's JSON: the type discriminator may be at any place, null values are left out, and Japanese is not escaped, because limits are
/// in bytes.
/// </summary>
internal static class LineJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Deserializes a body as UTF-8, whatever charset the header states; null if it has another shape.</summary>
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
