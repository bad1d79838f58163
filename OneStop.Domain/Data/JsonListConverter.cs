using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OneStop.Domain.Data;

/// <summary>Stores a list in one column, as a JSON array. For lists that are read and written as a whole, and never searched.</summary>
internal sealed class JsonListConverter<T>() : ValueConverter<ValueList<T>, string>(
    list => JsonSerializer.Serialize(list, JsonLists.Written),
    text => JsonSerializer.Deserialize<ValueList<T>>(text, JsonLists.Written)!);

/// <summary>How lists are written in a column: readable Japanese, and names of enums, which stay when an enum grows.</summary>
internal static class JsonLists
{
    public static readonly JsonSerializerOptions Written = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        IgnoreReadOnlyProperties = true, // what is computed is computed again
        Converters = { new JsonStringEnumConverter() },
    };
}
