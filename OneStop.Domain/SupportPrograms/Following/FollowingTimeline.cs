using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>経過: reviews of programs, contacts with offices about them, and how life went after their end.</summary>
internal sealed class FollowingTimeline : ITimelineSource
{
    private static readonly TimelineKind Reviewed = new("program-review", "見直し"), Contacted = new("program-contact", "連携"), LookedAfter = new("program-aftercare", "見守り");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Reviewed, Contacted, LookedAfter];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(ProgramReview), typeof(ProgramContact), typeof(AftercareCheck)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client)
            return [];
        List<TimelineEntry> entries =
        [
            .. query.Wants(Reviewed) ? await Reviews(db, query, client) : [], .. query.Wants(Contacted) ? await Contacts(db, query, client) : [],
            .. query.Wants(LookedAfter) ? await Checks(db, query, client) : [],
        ];
        return [.. entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(query.Take)];
    }

    private static Task<IReadOnlyList<TimelineEntry>> Reviews(OneStopDb db, TimelineQuery query, Guid client) => query.Newest(
        db.ProgramReviews.AsNoTracking().Where(r => r.Removal == null && db.SupportPrograms.Any(p => p.Id == r.ProgramId && p.ClientId == client)),
        r => r.WrittenAt, r => Entry(Reviewed, r.Id, r.ProgramId, r.WrittenAt, r.WrittenBy, $"プログラムの見直しをしました（{JapanTime.Say(r.On)}）", Words(r.Wish)));

    private static Task<IReadOnlyList<TimelineEntry>> Contacts(OneStopDb db, TimelineQuery query, Guid client) => query.Newest(
        db.ProgramContacts.AsNoTracking().Where(c => c.Withdrawal == null && db.SupportPrograms.Any(p => p.Id == c.ProgramId && p.ClientId == client)),
        c => c.EnteredAt, c => Entry(Contacted, c.Id, c.ProgramId, c.EnteredAt, c.StaffId,
            $"連携: {c.PartnerName} — {c.Way.InJapanese}（{JapanTime.Say(c.On)}{(c.ConsentId is null ? "・名前を伝えずに" : "")}）", c.Words));

    private static Task<IReadOnlyList<TimelineEntry>> Checks(OneStopDb db, TimelineQuery query, Guid client) => query.Newest(
        db.AftercareChecks.AsNoTracking().Where(c => c.Withdrawal == null && db.SupportPrograms.Any(p => p.Id == c.ProgramId && p.ClientId == client)),
        c => c.EnteredAt, c => Entry(LookedAfter, c.Id, c.ProgramId, c.EnteredAt, c.StaffId,
            $"見守り: {c.Result.InJapanese}（{JapanTime.Say(c.On)}）", c.Words.Length > 0 ? c.Words : null));

    private static string? Words(ReviewWish review) => string.Join('\n', review.Items.Select(i => $"{i.What}: {i.Words}")
        .Concat(review.Goals.Select(g => $"{g.Goal}: {g.Percent}%{(g.Evidence.Length > 0 ? $"（{g.Evidence}）" : "")}"))
        .Concat(new[] { ("じゃまになっていること", review.Obstacles), ("次にすること", review.Next) }.Where(t => t.Item2.Length > 0).Select(t => $"{t.Item1}: {t.Item2}")))
        is { Length: > 0 } words ? words : null;

    private static TimelineEntry Entry(TimelineKind kind, Guid id, Guid programId, DateTimeOffset at, Guid staffId, string title, string? text) => new()
    {
        Id = id,
        Kind = kind.Code,
        At = at,
        By = TimelineAuthor.Staff,
        StaffId = staffId,
        Title = title,
        Text = text,
        Link = $"/programs/{programId}?part=follow",
    };
}
