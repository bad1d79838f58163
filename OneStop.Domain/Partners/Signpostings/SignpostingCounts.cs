using OneStop.Domain.Data;
using OneStop.Domain.Indicators;
using OneStop.Domain.SupportMeasures.Explanations;

namespace OneStop.Domain.Partners.Signpostings;

/// <summary>
/// 他事業への案内件数 (仕様書 10(2)), by one rule: a client, an office or service and a day make one, however many steps were recorded on it. It counts as the
/// furthest of them.
/// </summary>
internal static class SignpostingCounts
{
    private const string Same = "同じ利用者を、同じ日に、同じ案内先に案内したら、何回でも1件と数える。取り消した記録は数えない。支援策の説明は、支援策ごとに説明のみとして数える。";
    private const string Clause = "10(2)";

    /// <summary>Describes one of the counts.</summary>
    /// <param name="of">説明のみ, 案内, つながった; null for all.</param>
    public static Indicator Of(string code, string? of, IndicatorUnit unit) => new($"signposting.{code}",
        $"他事業への案内{(unit == IndicatorUnit.Cases ? "件数" : "人数")}{(of is null ? "" : $"（{of}）")}",
        $"{Same}{(of is null ? "" : $"その日にいちばん進んだ段階が「{of}」のもの。")}{(unit == IndicatorUnit.People ? "利用者1人を1人と数える。" : "")}", Clause, unit);

    extension(OneStopDb db)
    {
        /// <summary>The furthest step of each client, office or service and day, and the explanations of measures.</summary>
        /// <param name="reach">How far it must reach; null for any.</param>
        public IQueryable<IndicatorRow> CountedSignpostings(DateOnly from, DateOnly to, CountedReach? reach)
        {
            var steps = from s in db.Signpostings
                        from t in s.Steps
                        where t.Withdrawal == null && t.On >= @from && t.On <= to && t.Reach != CountedReach.NotCounted
                        select new { t.Id, s.ClientId, s.Target, t.On, t.Reach, t.EnteredAt };
            var signposted = steps.Where(t => (reach == null || t.Reach == reach) && !steps.Any(o => o.ClientId == t.ClientId && o.Target == t.Target
                    && o.On == t.On && (o.Reach > t.Reach || (o.Reach == t.Reach && o.EnteredAt > t.EnteredAt))))
                .Select(t => new IndicatorRow { Id = t.Id, ClientId = t.ClientId, Day = t.On });
            if (reach is not (null or CountedReach.Explained))
                return signposted;
            var told = db.StandingExplanations().Where(e => e.Day >= @from && e.Day <= to);
            return signposted.Concat(told.Where(e => !told.Any(o => o.ClientId == e.ClientId && o.MeasureId == e.MeasureId && o.Day == e.Day && o.At > e.At))
                .Select(e => new IndicatorRow { Id = e.Id, ClientId = e.ClientId, Day = e.Day }));
        }
    }
}

/// <summary>All of them, 件.</summary>
internal sealed class SignpostingsCounted : IIndicatorSource
{
    /// <inheritdoc/>
    public Indicator Indicator => SignpostingCounts.Of("all", null, IndicatorUnit.Cases);

    /// <inheritdoc/>
    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to) => db.CountedSignpostings(from, to, null);
}

/// <summary>All of them, 人.</summary>
internal sealed class PeopleSignposted : IIndicatorSource
{
    /// <inheritdoc/>
    public Indicator Indicator => SignpostingCounts.Of("people", null, IndicatorUnit.People);

    /// <inheritdoc/>
    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to) => db.CountedSignpostings(from, to, null);
}

/// <summary>説明のみ, 件.</summary>
internal sealed class SignpostingsExplained : IIndicatorSource
{
    /// <inheritdoc/>
    public Indicator Indicator => SignpostingCounts.Of("explained", "説明のみ", IndicatorUnit.Cases);

    /// <inheritdoc/>
    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to) => db.CountedSignpostings(from, to, CountedReach.Explained);
}

/// <summary>案内, 件.</summary>
internal sealed class SignpostingsMade : IIndicatorSource
{
    /// <inheritdoc/>
    public Indicator Indicator => SignpostingCounts.Of("signposted", "案内", IndicatorUnit.Cases);

    /// <inheritdoc/>
    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to) => db.CountedSignpostings(from, to, CountedReach.Signposted);
}

/// <summary>つながった, 件.</summary>
internal sealed class SignpostingsConnected : IIndicatorSource
{
    /// <inheritdoc/>
    public Indicator Indicator => SignpostingCounts.Of("connected", "つながった", IndicatorUnit.Cases);

    /// <inheritdoc/>
    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to) => db.CountedSignpostings(from, to, CountedReach.Connected);
}
