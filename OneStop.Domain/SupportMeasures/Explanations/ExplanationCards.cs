using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;

namespace OneStop.Domain.SupportMeasures.Explanations;

/// <summary>What is sent, and to whom.</summary>
internal static class ExplanationCards
{
    extension(OneStopDb db)
    {
        /// <summary>Returns the chosen measures, in order.</summary>
        /// <exception cref="RuleException">None is chosen, or one is not offered any more.</exception>
        public async Task<IReadOnlyList<SupportMeasure>> Chosen(IReadOnlyCollection<Guid> ids)
        {
            if (ids.Count == 0)
                throw new RuleException("支援策を選んでください。", nameof(TellingWish.Measures));
            var chosen = (await db.SupportMeasures.AsNoTracking().Retired(false).Where(m => ids.Contains(m.Id)).ToListAsync()).InOrder().ToList();
            return chosen.Count == ids.Distinct().Count() ? chosen : throw new RuleException("もう使っていない支援策が入っています。選び直してください。", nameof(TellingWish.Measures));
        }

        /// <summary>Returns the card with the values of today.</summary>
        /// <exception cref="RuleException">A text or an amount in it is 要確認.</exception>
        public async Task<CardContent> MeasureCard(IReadOnlyList<SupportMeasure> chosen, DateTimeOffset now)
        {
            var rules = await db.RulesOn(ServiceDay.Of(now).Date, now);
            var filled = chosen.Select(m => (Measure: m, Filled: FilledMeasure.Of(m, rules, now))).ToList();
            var doubtful = filled.Where(m => !m.Filled.MaySend).Select(m => m.Measure.Wording.ShortName).ToList();
            if (doubtful.Count > 0)
                throw new RuleException($"「{string.Join("」「", doubtful)}」は要確認のため、まだ送れません。業務責任者が確かめると送れます。電話などで説明するときは、方法を選んで記録してください。",
                    nameof(TellingWish.Measures));
            return MeasureCards.Package(filled);
        }

        /// <summary>Returns the client's conversation.</summary>
        /// <exception cref="RuleException">The client cannot be reached in LINE.</exception>
        public async Task<Conversation> MeasureTalk(Guid clientId) => await db.TalkOf(clientId)
            ?? throw new RuleException("LINEでは届きません（ブロックされているか、友だちではありません）。電話などで説明して、方法を選んで記録してください。", nameof(TellingWish.Way));
    }
}
