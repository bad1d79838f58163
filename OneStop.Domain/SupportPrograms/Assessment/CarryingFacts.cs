using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Data;

namespace OneStop.Domain.SupportPrograms.Assessment;

/// <summary>Reads what the file knows for an assessment.</summary>
internal static class CarryingFacts
{
    extension(OneStopDb db)
    {
        /// <summary>Returns what the file knows of life and work now, with date and source of each group.</summary>
        public async Task<CarriedFacts> CarryFacts(Guid clientId, DateOnly today)
        {
            var client = await db.Clients.SingleAsync(c => c.Id == clientId);
            var work = await FactPlaces.Work.Read(db, client);
            List<CarriedGroup> groups =
            [
                await Group<ClientHousehold, HouseholdFacts>(db, clientId, FactPurpose.Household, today),
                await Group<ClientHealth, HealthFacts>(db, clientId, FactPurpose.Health, today),
                await Group<ClientMoney, MoneyFacts>(db, clientId, FactPurpose.Money, today),
                await Group<ClientWork, WorkFacts>(db, clientId, FactPurpose.Work, today),
                await Group<ClientSkills, SkillFacts>(db, clientId, FactPurpose.Skills, today),
                await Group<ClientWishes, WishFacts>(db, clientId, FactPurpose.Wishes, today),
            ];
            return new([.. groups.Where(g => g.Rows.Count > 0)], work.MonthlyIncome, work.WeeklyHours, work.Form);
        }
    }

    private static async Task<CarriedGroup> Group<TGroup, TFacts>(OneStopDb db, Guid clientId, FactPurpose purpose, DateOnly today)
        where TGroup : FactGroup<TFacts>
        where TFacts : class, IFacts<TFacts>, new()
    {
        var group = await db.Set<TGroup>().AsNoTracking().SingleOrDefaultAsync(g => g.ClientId == clientId);
        if (group is null)
            return new(purpose, null, "", []);
        var by = await db.Users.Where(u => u.Id == group.ChangedBy).Select(u => u.Name).SingleOrDefaultAsync();
        return new(purpose, group.ChangedAt, by ?? "", [.. FactWords.Rows(group.Facts, today)]);
    }
}
