using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OneStop.Domain.Data;

/// <summary>Stores times of a service day as minutes, because SQL Server's <c>time</c> ends before 24:00.</summary>
internal sealed class MinutesConverter() : ValueConverter<TimeSpan, int>(time => (int)time.TotalMinutes, minutes => TimeSpan.FromMinutes(minutes));
