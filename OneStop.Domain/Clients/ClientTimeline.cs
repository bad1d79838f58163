using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients;

/// <summary>What the client's own row tells: the registration, the answer on eligibility, and the wish for erasure.</summary>
internal sealed class ClientTimeline : ITimelineSource
{
    private static readonly TimelineKind Registered = new("registered", "登録");
    private static readonly TimelineKind Eligible = new("eligibility", "対象者の確認");
    private static readonly TimelineKind Erasure = new("erasure", "消去の依頼");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Registered, Eligible, Erasure];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(Client)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        var rows = db.Clients.Where(c => c.Id == query.Person.ClientId);
        var found = new List<TimelineEntry>();
        if (query.Wants(Registered))
            found.AddRange(await query.Newest(rows, c => c.BornAt, c => new()
            {
                Id = c.Id,
                Kind = Registered.Code,
                At = c.BornAt,
                By = c.RegisteredBy is null ? TimelineAuthor.Client : TimelineAuthor.Staff,
                StaffId = c.RegisteredBy,
                Title = $"利用者として登録しました（{c.Arrival.InJapanese}）",
            }));
        if (query.Wants(Eligible))
            found.AddRange(await query.Newest(rows.Where(c => c.EligibilityAt != null), c => c.EligibilityAt!.Value, c => new()
            {
                Id = c.Id,
                Kind = Eligible.Code,
                At = c.EligibilityAt!.Value,
                By = c.EligibilityRule == EligibilityQuestion.ReadOut.Rule ? TimelineAuthor.Staff : TimelineAuthor.Client,
                Title = $"対象者の確認: {Say(c.Eligibility)}",
            }));
        if (query.Wants(Erasure))
            found.AddRange(await query.Newest(rows.Where(c => c.ErasureAskedAt != null), c => c.ErasureAskedAt!.Value, c => new()
            {
                Id = c.Id,
                Kind = Erasure.Code,
                At = c.ErasureAskedAt!.Value,
                By = TimelineAuthor.Client,
                Title = "記録の消去を頼みました",
            }));
        return [.. found.OrderByDescending(e => e.At).ThenBy(e => e.Kind).Take(query.Take)];
    }

    private static string Say(Eligibility eligibility) => eligibility switch
    {
        Eligibility.Yes => "はい",
        Eligibility.No => "いいえ",
        _ => "よく分からない",
    };
}
