using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients;

/// <summary>登録, 対象者の確認 and 消去の依頼 in the timeline.</summary>
internal sealed class ClientTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("client", "登録");

    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    public IReadOnlyList<Type> Tables => [typeof(Client)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (!query.Wants(Kind) || query.Person.ClientId is not { } id)
            return [];
        var client = db.Clients.AsNoTracking().Where(c => c.Id == id);
        var all = new List<TimelineEntry>();
        all.AddRange(await query.Newest(client, c => c.BornAt, c => Entry(c, c.BornAt, c.RegisteredBy, "利用者として登録")));
        all.AddRange(await query.Newest(client.Where(c => c.EligibilityAt != null), c => c.EligibilityAt!.Value,
            c => Entry(c, c.EligibilityAt!.Value, null, $"対象者の確認: {Answer(c.Eligibility)}")));
        all.AddRange(await query.Newest(client.Where(c => c.ErasureAskedAt != null), c => c.ErasureAskedAt!.Value,
            c => Entry(c, c.ErasureAskedAt!.Value, null, "記録の消去の依頼")));
        return [.. all.OrderByDescending(e => e.At).Take(query.Take)];
    }

    private static string Answer(Eligibility eligibility) => eligibility switch
    {
        Eligibility.Yes => "はい",
        Eligibility.Unsure => "よく分からない",
        _ => "いいえ",
    };

    private static TimelineEntry Entry(Client client, DateTimeOffset at, Guid? staffId, string title) => new()
    {
        Id = client.Id,
        Kind = Kind.Code,
        At = at,
        By = staffId is null ? TimelineAuthor.Client : TimelineAuthor.Staff,
        StaffId = staffId,
        Title = title,
    };
}
