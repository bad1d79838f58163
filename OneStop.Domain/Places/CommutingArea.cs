using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Places;

/// <summary>
/// 通勤圏: from a day on, the municipalities to which people commute from Fukuoka. Openings there may be sought and counted (仕様書 7(2)④(イ)). The
/// City has not named them, so a manager does, with a reason.
/// </summary>
public sealed class CommutingArea : IDatedSetting
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 400;

    /// <summary>
    /// What is proposed until a manager has named them: Fukuoka itself and what borders on it or lies within about an hour by train.
    /// </summary>
    public static ValueList<string> Proposed { get; } =
    [
        .. Municipalities.OfFukuokaCity.Select(m => m.Code), "40203", "40216", "40217", "40218", "40219", "40220", "40221", "40223", "40224", "40230",
        "40231", "40341", "40342", "40343", "40344", "40345", "40348", "40349", "40447", "41203", "41341",
    ];

    private CommutingArea() { }

    /// <summary>Names the municipalities from a day on.</summary>
    /// <exception cref="RuleException">The day is not in the future, a municipality does not exist, Fukuoka is not among them, or the reason is
    /// missing or too long.</exception>
    public static CommutingArea From(CommutingAreaWish wish, Guid staffId, DateTimeOffset now)
    {
        ValueList<string> codes = [.. wish.Codes.Distinct().Order(StringComparer.Ordinal)];
        if (codes.Any(c => Municipalities.Find(c) is null))
            throw new RuleException("一覧にない市区町村があります。選び直してください。", nameof(wish.Codes));
        if (Municipalities.OfFukuokaCity.Any(m => !codes.Contains(m.Code)))
            throw new RuleException("福岡市の区は、すべて通勤圏に入ります（仕様書 7(2)④(イ)）。", nameof(wish.Codes));
        return new()
        {
            Id = Guid.CreateVersion7(now),
            EffectiveFrom = DatedSettings.FromTomorrowOn(wish.From, now, nameof(wish.From)),
            Codes = codes,
            Reason = FormText.Required(wish.Reason, "理由", LongestReason, nameof(wish.Reason)),
            SetBy = staffId,
            SetAt = now,
        };
    }

    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>The codes of the municipalities, in order.</summary>
    public ValueList<string> Codes { get; private set; } = [];

    public string Reason { get; private set; } = "";
    public Guid SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }
}

/// <summary>What a manager enters for the commuting area.</summary>
public sealed record CommutingAreaWish(ValueList<string> Codes, DateOnly? From, string Reason);

/// <summary>The municipalities in force on a day.</summary>
/// <param name="IsConfirmed">Whether a manager has named them; false for those that come with the program.</param>
public sealed record CommutingPlaces(IReadOnlySet<string> Codes, bool IsConfirmed)
{
    /// <summary>Whether people commute there.</summary>
    /// <param name="code">The code of a municipality; null for a place further away.</param>
    public bool Contain(string? code) => code is not null && Codes.Contains(code);
}

/// <summary>Queries over the commuting area.</summary>
public static class CommutingAreas
{
    extension(OneStopDb db)
    {
        /// <summary>Returns the municipalities to which people commute on a day.</summary>
        public async Task<CommutingPlaces> CommutingAreaOn(DateOnly day)
        {
            var area = await db.CommutingAreas.AsNoTracking().BegunBy(day).OrderByDescending(a => a.EffectiveFrom).FirstOrDefaultAsync();
            return new((area?.Codes ?? CommutingArea.Proposed).ToHashSet(), area is not null);
        }
    }
}

internal sealed class CommutingAreaTable : IEntityTypeConfiguration<CommutingArea>
{
    public void Configure(EntityTypeBuilder<CommutingArea> area)
    {
        area.Announces(CommutingAreaDesk.Topic);
        area.OpenTo([Duty.OutreachOfficer], "where openings are sought; it concerns no person");
        area.ConcernsNobody("a list of municipalities");
        area.Property(a => a.Codes).HasConversion<JsonListConverter<string>>();
        area.Property(a => a.Reason).HasMaxLength(CommutingArea.LongestReason);
        area.HasDateOfEffect();
        area.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.SetBy).OnDelete(DeleteBehavior.Restrict);
    }
}
