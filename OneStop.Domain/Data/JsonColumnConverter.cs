using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OneStop.Domain.Data;

/// <summary>Stores a value in one column, as JSON. For values that are read and written as a whole, and never searched.</summary>
internal sealed class JsonColumnConverter<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonLists.Written),
    text => JsonSerializer.Deserialize<T>(text, JsonLists.Written)!);
