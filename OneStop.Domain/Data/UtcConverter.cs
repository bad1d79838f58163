using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Data;

/// <summary>Stores instants in UTC, in a form that both engines can compare and sort.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

internal sealed class LineUserIdConverter() : ValueConverter<LineUserId, string>(id => id.Value, stored => LineUserId.Parse(stored));
