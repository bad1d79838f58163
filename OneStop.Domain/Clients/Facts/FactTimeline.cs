using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients.Facts;

/// <summary>When a group of facts was last written, and by whom. The query filter leaves out what only support may know, with the group.</summary>
internal sealed class FactTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("facts", "聞き取り");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(ClientAddress), typeof(ClientContact), typeof(ClientWork), typeof(ClientSkills), typeof(ClientWishes),
        typeof(ClientHousehold), typeof(ClientMoney), typeof(ClientHealth)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (!query.Wants(Kind) || query.Person.ClientId is null)
            return [];
        TimelineEntry[] all =
        [
            .. await Of<ClientAddress, AddressFacts>(db, query, FactPurpose.Address),
            .. await Of<ClientContact, ContactFacts>(db, query, FactPurpose.Contact),
            .. await Of<ClientWork, WorkFacts>(db, query, FactPurpose.Work),
            .. await Of<ClientSkills, SkillFacts>(db, query, FactPurpose.Skills),
            .. await Of<ClientWishes, WishFacts>(db, query, FactPurpose.Wishes),
            .. await Of<ClientHousehold, HouseholdFacts>(db, query, FactPurpose.Household),
            .. await Of<ClientMoney, MoneyFacts>(db, query, FactPurpose.Money),
            .. await Of<ClientHealth, HealthFacts>(db, query, FactPurpose.Health),
        ];
        return [.. all.OrderByDescending(e => e.At).ThenBy(e => e.Id).Take(query.Take)];
    }

    private static Task<IReadOnlyList<TimelineEntry>> Of<TGroup, TFacts>(OneStopDb db, TimelineQuery query, FactPurpose purpose)
        where TGroup : FactGroup<TFacts>
        where TFacts : class, IFacts<TFacts>, new() =>
        query.Newest(db.Set<TGroup>().AsNoTracking().Where(g => g.ClientId == query.Person.ClientId).Select(g => new { g.Id, g.ChangedAt, g.ChangedBy }),
            g => g.ChangedAt, g => new()
            {
                Id = g.Id,
                Kind = Kind.Code,
                At = g.ChangedAt,
                By = TimelineAuthor.Staff,
                StaffId = g.ChangedBy,
                Title = $"聞き取り: {purpose.InJapanese}を書きました",
            });
}
