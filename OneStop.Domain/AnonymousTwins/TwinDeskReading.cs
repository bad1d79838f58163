using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.AnonymousTwins.Finding;
using OneStop.Domain.Approvals;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.AnonymousTwins;

/// <summary>Reading twins: the list for those who make and confirm them, and the confirmed texts for the City.</summary>
public sealed partial class TwinDesk
{
    /// <summary>Returns the twins, those that wait for their confirmation first.</summary>
    [DisplayName("匿名の記録の一覧を見る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<ListPart<TwinRow>> List(ListQuery<TwinFilter> query)
    {
        desk.MayDo<TwinDesk>();
        await using var db = await desk.Read();
        var twins = await db.AnonymousTwins.AsNoTracking().Include(t => t.Approval).OrderByDescending(t => t.On).ThenByDescending(t => t.Number).ToListAsync();
        var names = await db.Users.ToDictionaryAsync(u => u.Id, u => u.Name);
        return twins.Where(t => query.Filter.State is { } state ? t.State == state : t.State != TwinState.Outdated)
            .OrderBy(t => t.State != TwinState.Asked).Select(t => new TwinRow
            {
                Id = t.Id,
                Number = t.Number,
                Kind = t.Kind,
                KindInJapanese = SourceOf(t.Kind).InJapanese,
                SourceId = t.SourceId,
                On = t.On,
                State = t.State,
                MadeByName = names[t.MadeBy],
                MadeAt = t.MadeAt,
            }).ToList().ToPart(query.Page, twins.Count);
    }

    /// <summary>
    /// 支援者ごとの経過記録: returns the confirmed texts of a month, by the numbers of the month. The only way by which texts of people leave for the
    /// City; recorded as an export.
    /// </summary>
    /// <param name="month">Any day of the month.</param>
    [DisplayName("匿名の経過記録を月ごとに見る")]
    [Allowed(Duty.City, Duty.Manager)]
    public async Task<IReadOnlyList<CityText>> ForCity(DateOnly month)
    {
        desk.MayDo<TwinDesk>();
        var (first, next) = (new DateOnly(month.Year, month.Month, 1), new DateOnly(month.Year, month.Month, 1).AddMonths(1));
        return await desk.Change(async db =>
        {
            db.SeeEverybody("confirmed anonymous texts, without any id of a person");
            var twins = (await db.AnonymousTwins.Include(t => t.Approval).Where(t => t.On >= first && t.On < next && t.OutdatedAt == null).ToListAsync())
                .Where(t => t.State == TwinState.Confirmed).OrderBy(t => t.On).ThenBy(t => t.Number);
            var texts = new List<CityText>();
            foreach (var person in twins.GroupBy(t => t.ClientId))
            {
                var number = await db.NumberIn(first, person.Key);
                texts.AddRange(person.Select((t, i) => new CityText(number, i + 1, SourceOf(t.Kind).InJapanese, t.Text)));
            }
            Safeguards.AuditRecords.RecordExport(db, nameof(CityText), $"{first:yyyy-MM}", null, desk.Now);
            return (IReadOnlyList<CityText>)[.. texts.OrderBy(t => t.Number).ThenBy(t => t.Order)];
        });
    }

    private async Task<TwinView> View(OneStopDb db, string kind, CourseText source)
    {
        var twin = await Present(db, kind, source.Id);
        var finds = await Finds(db, source, twin);
        var anonymised = twin?.State is TwinState.Asked or TwinState.Confirmed ? twin.Text : twin?.Anonymised(source.Text) ?? source.Text;
        var me = desk.Actor.StaffId;
        return new()
        {
            TwinId = twin?.Id,
            Number = twin?.Number,
            Kind = kind,
            SourceId = source.Id,
            KindInJapanese = SourceOf(kind).InJapanese,
            State = twin?.State ?? TwinState.Drawn,
            ClientId = source.ClientId,
            On = source.On,
            Link = source.Link,
            Text = source.Text,
            Anonymised = anonymised,
            Digest = ContentDigest.Of(anonymised),
            Finds = [.. finds.Select(f => new FindRow(f, (twin?.Decisions ?? []).Where(d => d.Start <= f.Start && d.Start + d.Original.Length >= f.End)
                .Select(d => new DecisionRow(d.Start, d.Kind, d.Original, d.Replacement, d.Reason)).FirstOrDefault()))],
            Rare = RareFacts.In(anonymised),
            SentBackReason = twin?.State == TwinState.SentBack ? twin.Approval?.Return?.Reason : null,
            MayConfirm = twin is { State: TwinState.Asked } && twin.MadeBy != me && source.AuthorId != me && twin.Decisions.All(d => d.By != me),
            HadAnother = await db.AnonymousTwins.AnyAsync(t => t.Kind == kind && t.SourceId == source.Id && t.OutdatedAt != null),
        };
    }
}
