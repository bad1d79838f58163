using OneStop.Domain.Data;
using OneStop.Domain.Indicators;

namespace OneStop.Domain.Consultations;

/// <summary>The one rule by which consultations are counted.</summary>
internal static class ConsultationCount
{
    /// <summary>The rule as it is printed beside the numbers.</summary>
    public const string Rule = "確定した相談記録と、来談になった就業相談の予約を数えます。同じ相談は1回だけ数え、相談を始めた営業日（6:00〜25:00）に入れます。下書き、無効にした記録、取消・無断の予約は数えません。";

    extension(OneStopDb db)
    {
        /// <summary>All consultations that were held.</summary>
        public IQueryable<IndicatorRow> HeldConsultations() =>
            db.Consultations.Confirmed().Select(c => new IndicatorRow { Id = c.Id, ClientId = c.ClientId, Day = c.Day.ServiceDay })
                .Concat(db.HeldWithoutRecord().Select(b => new IndicatorRow { Id = b.Id, ClientId = b.ClientId, Day = b.Day.ServiceDay }));
    }
}

/// <summary>就業相談件数: every consultation counts.</summary>
internal sealed class ConsultationsHeld : IIndicatorSource
{
    public Indicator Indicator { get; } = new("consultations", "就業相談件数", ConsultationCount.Rule, "8(2)、10(2)", IndicatorUnit.Cases);

    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to) => db.HeldConsultations().Where(r => r.Day >= from && r.Day <= to);
}

/// <summary>就業相談利用者数: every client counts once in the period.</summary>
internal sealed class PeopleConsulted : IIndicatorSource
{
    public Indicator Indicator { get; } = new("people-consulted", "就業相談利用者数",
        $"{ConsultationCount.Rule}同じ人は、期間の中で1人と数えます（実人数）。", "8(2)、10(2)", IndicatorUnit.People);

    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to) => db.HeldConsultations().Where(r => r.Day >= from && r.Day <= to);
}

/// <summary>新規の就業相談利用者数: clients whose first consultation ever is in the period.</summary>
internal sealed class PeopleConsultedFirst : IIndicatorSource
{
    public Indicator Indicator { get; } = new("people-consulted-first", "就業相談利用者数（新規）",
        $"{ConsultationCount.Rule}この委託ではじめての相談が期間の中にある人を数えます。", "8(2)、10(2)", IndicatorUnit.People);

    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to) =>
        db.HeldConsultations().Where(r => r.Day >= from && r.Day <= to && !db.HeldConsultations().Any(e => e.ClientId == r.ClientId && e.Day < from));
}
