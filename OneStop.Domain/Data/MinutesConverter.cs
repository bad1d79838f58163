using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OneStop.Domain.Data;

/// <summary>Times of a service day as minutes: SQL Server's <c>time</c> knows no 25:00.</summary>
internal sealed class MinutesConverter() : ValueConverter<TimeSpan, int>(time => (int)time.TotalMinutes, minutes => TimeSpan.FromMinutes(minutes));
