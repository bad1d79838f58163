using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;

namespace OneStop.Domain.SupportMeasures.Explanations;

/// <summary>Reads the measures of one client.</summary>
internal static class ClientMeasureQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Returns what was explained to a client, with the measures on offer and those explained before they were retired.</summary>
        public async Task<ClientMeasures> MeasuresOf(Guid clientId, bool seesSupport, IProgramGate programs, DateTimeOffset now)
        {
            var rules = await db.RulesOn(ServiceDay.Of(now).Date, now);
            var told = await db.ExplanationsOf(clientId);
            var measures = (await db.SupportMeasures.AsNoTracking().ToListAsync()).Where(m => m.Retirement is null || told.Contains(m.Id)).InOrder();
            var facts = seesSupport ? await db.MeasureFactsOf(clientId) : null;
            var applications = await db.MeasureApplications.AsNoTracking().Where(a => a.ClientId == clientId).ToDictionaryAsync(a => a.MeasureId, a => a.Wish);
            var gate = await programs.Of(db, clientId, rules);
            var checklist = await db.MeasureChecklists.AsNoTracking().SingleOrDefaultAsync(c => c.ClientId == clientId);
            var talk = await db.Conversations.Where(t => db.Clients.Any(c => c.Id == clientId && c.FriendId == t.FriendId))
                .Select(t => new { t.Id, IsBlocked = t.Friend.BlockedAt != null }).SingleOrDefaultAsync();
            return new(clientId, talk?.Id, talk is { IsBlocked: false }, (await db.FourTold([clientId]))[clientId],
                [.. measures.Select(m => new ClientMeasure(m.Id, m.Wording.Name, m.Wording.ShortName, m.IsOneOfFour, m.Wording.NeedsConsultation,
                    m.Wording.IsAboutCourse, FilledMeasure.Of(m, rules, now), [.. told[m.Id]],
                    seesSupport ? applications.GetValueOrDefault(m.Id) ?? ApplicationWish.None : null,
                    facts is null ? null : MeasureHint.Of(m.Code, facts, rules, now.JapaneseDate),
                    rules.Find(MeasureRules.NeedsProgram(m.Code)) is { IsYes: true } ? gate : null))],
                seesSupport ? checklist?.Wish ?? ChecklistWish.None : null, rules.Find(MeasureRules.ChildAge)?.InWords,
                rules.Find(MeasureRules.ShortNotice) is { } weeks ? (int)weeks.Number : null);
        }

        /// <summary>Reads what decides about measures. For who may see what support knows.</summary>
        private async Task<MeasureFacts> MeasureFactsOf(Guid clientId)
        {
            var address = (await db.Set<ClientAddress>().AsNoTracking().SingleOrDefaultAsync(f => f.ClientId == clientId))?.Facts;
            var household = (await db.Set<ClientHousehold>().AsNoTracking().SingleOrDefaultAsync(f => f.ClientId == clientId))?.Facts;
            var money = (await db.Set<ClientMoney>().AsNoTracking().SingleOrDefaultAsync(f => f.ClientId == clientId))?.Facts;
            var used = db.StandingExplanations().Where(e => e.ClientId == clientId && e.Response == MeasureResponse.UsesAlready).Select(e => e.MeasureId)
                .Concat(db.MeasureApplications.Where(a => a.ClientId == clientId && a.State == ApplicationState.Granted).Select(a => a.MeasureId));
            var codes = await db.SupportMeasures.Where(m => used.Contains(m.Id)).Select(m => m.Code).ToListAsync();
            return new(address?.Ward, address?.IsOutside == true, [.. household?.Children.Select(c => c.BirthYear).OfType<int>() ?? []], money?.Allowance,
                codes.ToHashSet());
        }

        private async Task<ILookup<Guid, ExplanationRow>> ExplanationsOf(Guid clientId)
        {
            var rows = await (from e in db.Explanations.AsNoTracking()
                              where e.ClientId == clientId
                              join s in db.Users on e.StaffId equals s.Id
                              orderby e.At descending, e.Id descending
                              select new { Explanation = e, s.Name }).ToListAsync();
            var cards = rows.Select(r => r.Explanation.CardId).OfType<Guid>().Distinct().ToList();
            var states = await (from m in db.Messages
                                where cards.Contains(m.Id)
                                join o in db.OutgoingMessages on m.OutgoingId equals (Guid?)o.Id
                                select new { m.Id, o.State }).ToDictionaryAsync(m => m.Id, m => m.State);
            return rows.ToLookup(r => r.Explanation.MeasureId, r => Row(r.Explanation, r.Name, states));
        }
    }

    private static ExplanationRow Row(Explanation e, string staffName, Dictionary<Guid, Delivery> states)
    {
        var card = e.CardId is { } id && states.TryGetValue(id, out var state) && state != Delivery.TakenBack ? state : (Delivery?)null;
        return new(e.Id, e.TellingId, e.At, staffName, e.Wish, e.CardId is not null, card, e.Annulment is not null,
            e.Annulment is null && (e.CardId is null || card is not null and not Delivery.Failed));
    }
}
