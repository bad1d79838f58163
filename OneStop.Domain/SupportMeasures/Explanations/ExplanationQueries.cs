using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;

namespace OneStop.Domain.SupportMeasures.Explanations;

/// <summary>Queries over explanations.</summary>
public static class ExplanationQueries
{
    extension(OneStopDb db)
    {
        /// <summary>The explanations that happened: not annulled as a mistake, and their card, if any, neither failed nor taken back.</summary>
        public IQueryable<Explanation> StandingExplanations() => db.Explanations.Where(e => e.Annulment == null && (e.CardId == null
            || db.Messages.Any(m => m.Id == e.CardId && db.OutgoingMessages.Any(o => o.Id == m.OutgoingId
                && o.State != Delivery.Failed && o.State != Delivery.TakenBack))));

        /// <summary>The standing explanations of the four measures of the specification.</summary>
        public IQueryable<Explanation> OfTheFour()
        {
            var four = db.SupportMeasures.TheFour().Select(m => m.Id);
            return db.StandingExplanations().Where(e => four.Contains(e.MeasureId));
        }

        /// <summary>Returns which of the four each client was told about; a client who was told nothing is there too.</summary>
        public async Task<IReadOnlyDictionary<Guid, FourTold>> FourTold(IReadOnlyCollection<Guid> clients)
        {
            var four = (await db.SupportMeasures.AsNoTracking().TheFour().ToListAsync()).InOrder().ToList();
            var told = (await db.StandingExplanations().Where(e => clients.Contains(e.ClientId))
                .Select(e => new { e.ClientId, e.MeasureId }).Distinct().ToListAsync()).ToLookup(e => e.ClientId, e => e.MeasureId);
            return clients.Distinct().ToDictionary(id => id,
                id => new FourTold([.. four.Select(m => (m.Wording.ShortName, told[id].Contains(m.Id)))]));
        }
    }
}

/// <summary>●●●○: which of the four measures a client was told about, in order.</summary>
public sealed record FourTold(ValueList<(string ShortName, bool IsTold)> Measures)
{
    /// <summary>Whether all four were explained.</summary>
    public bool IsWhole => Measures.All(m => m.IsTold);

    /// <summary>The short names of those that were not.</summary>
    public IEnumerable<string> Missing => Measures.Where(m => !m.IsTold).Select(m => m.ShortName);
}
