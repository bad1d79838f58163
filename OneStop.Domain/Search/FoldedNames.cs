using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Search;

/// <summary>Keeps the folded names of people, partners and employers up to date.</summary>
internal static class FoldedNames
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// Recomputes names stored by a former folding. There are some thousand names; all are compared at each start, and few are changed.
        /// </summary>
        public async Task FoldNames()
        {
            var friends = await db.Friends.Where(f => f.CalledAs != null).Select(f => new { f.Id, Name = f.CalledAs!, f.FoldedName }).ToListAsync();
            foreach (var old in friends.Where(f => f.FoldedName != new FoldedText(f.Name).Text))
                (await db.Friends.SingleAsync(f => f.Id == old.Id)).Fold();
            foreach (var client in await db.Clients.Where(c => c.Name != null || c.FullName != null || c.Kana != null).ToListAsync())
                client.Fold();
            foreach (var partner in await db.Partners.ToListAsync())
                partner.Fold(); // some hundred; what is the same is not saved
            foreach (var employer in await db.Employers.ToListAsync())
                employer.Fold(); // some thousand
        }
    }
}
