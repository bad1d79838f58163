using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Facts;

/// <summary>The facts of one group in words.</summary>
public sealed record FactSection(FactPurpose Purpose, IReadOnlyList<FactRow> Rows);

/// <summary>Reads all facts about a client in words, for a document.</summary>
internal static class FactSections
{
    extension(OneStopDb db)
    {
        /// <summary>Returns the groups of which something is known, in the order of the file, with whole telephone numbers. The query filter leaves out what
        /// the actor may not see.</summary>
        public async Task<IReadOnlyList<FactSection>> FactsInWords(Guid clientId, DateOnly today)
        {
            var client = await db.Clients.AsNoTracking().SingleAsync(c => c.Id == clientId);
            (FactPurpose Purpose, object? Facts)[] all =
            [
                (FactPurpose.Identity, client.Identity),
                (FactPurpose.Phones, await db.PhonesOf(client)),
                (FactPurpose.Address, await Of<ClientAddress, AddressFacts>(db, clientId)),
                (FactPurpose.Contact, await Of<ClientContact, ContactFacts>(db, clientId)),
                (FactPurpose.Work, await Of<ClientWork, WorkFacts>(db, clientId)),
                (FactPurpose.Skills, await Of<ClientSkills, SkillFacts>(db, clientId)),
                (FactPurpose.Wishes, await Of<ClientWishes, WishFacts>(db, clientId)),
                (FactPurpose.Household, await Of<ClientHousehold, HouseholdFacts>(db, clientId)),
                (FactPurpose.Money, await Of<ClientMoney, MoneyFacts>(db, clientId)),
                (FactPurpose.Health, await Of<ClientHealth, HealthFacts>(db, clientId)),
            ];
            return [.. all.Where(g => g.Facts is not null).Select(g => new FactSection(g.Purpose, FactWords.Rows(g.Facts!, today)))
                .Where(s => s.Rows.Count > 0)];
        }
    }

    private static async Task<TFacts?> Of<TGroup, TFacts>(OneStopDb db, Guid clientId)
        where TGroup : FactGroup<TFacts>
        where TFacts : class, IFacts<TFacts>, new() =>
        (await db.Set<TGroup>().AsNoTracking().SingleOrDefaultAsync(g => g.ClientId == clientId))?.Facts;
}
