using OneStop.Domain.Data;
using OneStop.Domain.Indicators;

namespace OneStop.Domain.SupportPrograms;

/// <summary>The one rule by which programs are counted (仕様書 8(3): 年間25件以上).</summary>
internal static class ProgramCount
{
    /// <summary>The rule as it is printed beside the number.</summary>
    public const string Rule = "承認され、本人が確認したプログラムを、はじめに策定した日（書面の日か、本人がページで答えた営業日（6:00〜25:00））に数えます。同じ人は、1つの年度に1件だけ数えます。あとから内容を変えた版（再策定）は、べつに数えます。";

    extension(OneStopDb db)
    {
        /// <summary>The programs that count: the first of a person in each fiscal year.</summary>
        public IQueryable<IndicatorRow> CountedPrograms() =>
            from p in db.SupportPrograms
            where p.Establishment != null && !db.SupportPrograms.Any(e => e.ClientId == p.ClientId && e.Establishment != null
                && e.Establishment!.FiscalYear == p.Establishment!.FiscalYear
                && (e.Establishment!.On < p.Establishment!.On || (e.Establishment!.On == p.Establishment!.On && e.Number < p.Number)))
            select new IndicatorRow { Id = p.Id, ClientId = p.ClientId, Day = p.Establishment!.On };
    }
}

/// <summary>自立支援プログラム策定件数</summary>
internal sealed class ProgramsEstablished : IIndicatorSource
{
    public Indicator Indicator { get; } = new("programs-established", "自立支援プログラム策定件数", ProgramCount.Rule, "8(3)、10(2)", IndicatorUnit.Cases);

    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to) => db.CountedPrograms().Where(r => r.Day >= from && r.Day <= to);
}

/// <summary>再策定件数: changes of aims or support that went the whole way.</summary>
internal sealed class ProgramsRevised : IIndicatorSource
{
    public Indicator Indicator { get; } = new("programs-revised", "自立支援プログラム再策定件数",
        "策定したあとに目標や支援を変え、もう一度承認と本人の確認を終えた版を、その日に数えます。日付だけの変更は数えません。同じ年度の2つめのプログラムもここに数えます。", "8(3)", IndicatorUnit.Cases);

    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to)
    {
        var counted = db.CountedPrograms().Select(r => r.Id);
        var established = db.ProgramVersions.Where(v => v.Way == VersionWay.Whole && v.EstablishedOn >= from && v.EstablishedOn <= to);
        return from v in established
               join p in db.SupportPrograms on v.ProgramId equals p.Id
               where v.Number > 1 || !counted.Contains(p.Id)
               select new IndicatorRow { Id = v.Id, ClientId = p.ClientId, Day = v.EstablishedOn!.Value };
    }
}
