using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings.Load;

internal sealed class AskedInVainTable : IEntityTypeConfiguration<AskedInVain>
{
    public void Configure(EntityTypeBuilder<AskedInVain> asked)
    {
        asked.Announces(LoadDesk.Topic);
        asked.ConcernsNobody("a number of a day; who asked is written nowhere");
        asked.NotInTrail("the trail has the time of each change, which would lead to the message");
        asked.HasKey(a => new { a.AskedOn, a.Date, a.Hour, a.Kind, a.Method });
        asked.Property(a => a.Count).IsConcurrencyToken(); // two who ask at the same moment are two
        asked.HasIndex(a => a.Date);
    }
}

internal static class AskedInVainQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Counts what was asked for in vain.</summary>
        public async Task CountInVain(DateOnly askedOn, ServiceDay day, int hour, BookingKind kind, ContactMethod method)
        {
            var row = await db.AskedInVain.SingleOrDefaultAsync(a => a.AskedOn == askedOn && a.Date == day.Date && a.Hour == hour && a.Kind == kind
                && a.Method == method)
                ?? db.AskedInVain.Add(AskedInVain.Of(askedOn, day.Date, hour, kind, method)).Entity;
            row.Add();
        }

        /// <summary>Deletes the numbers that are not kept any longer.</summary>
        public async Task ForgetInVain(DateTimeOffset now)
        {
            var kept = now.JapaneseDate.AddDays(-AskedInVain.KeptDays);
            db.AskedInVain.RemoveRange(await db.AskedInVain.Where(a => a.AskedOn < kept).ToListAsync());
        }
    }
}
