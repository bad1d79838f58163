using System.ComponentModel;
using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.SupportPrograms.Contents;

/// <summary>What kind of support an item is.</summary>
public enum SupportItemKind
{
    /// <summary>給付金・貸付など: one of the measures.</summary>
    Measure,

    /// <summary>関係機関</summary>
    Partner,

    /// <summary>この事業の相談</summary>
    Consultation,

    /// <summary>仕事さがし</summary>
    JobSearch,

    /// <summary>講座・訓練</summary>
    Training,

    /// <summary>その他</summary>
    Other,
}

/// <summary>
/// 支援内容: one thing that is done, by whom, from when until when, and what the person does (仕様書 7(2)②(イ)(ウ)). How it goes is recorded apart from
/// the versions, because it changes while the plan stays.
/// </summary>
public sealed record SupportItem
{
    /// <summary>The most items of a program.</summary>
    public const int Most = 30;

    public Guid Id { get; init; }

    [DisplayName("種類")] public SupportItemKind Kind { get; init; }

    /// <summary>The measure; null for other kinds, or while it is not chosen.</summary>
    public Guid? MeasureId { get; init; }

    /// <summary>The partner; null for other kinds, or while it is not chosen.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>What is done; for a measure or a partner begun with its name, so that it reads alone for ever.</summary>
    [DisplayName("支援の内容")] public string What { get; init; } = "";

    /// <summary>The colleague who answers for it; null if it is somebody of the partner.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>Who answers for it, by name.</summary>
    [DisplayName("担当")] public string Responsible { get; init; } = "";

    [DisplayName("はじまり")] public DateOnly? From { get; init; }

    [DisplayName("おわり")] public DateOnly? Until { get; init; }

    [DisplayName("回数・間隔")] public string HowOften { get; init; } = "";

    [DisplayName("本人がすること")] public string ClientDoes { get; init; } = "";

    /// <summary>The goal that it serves; null if it serves several.</summary>
    public Guid? GoalId { get; init; }

    /// <summary>To what the item refers; the same text means the same.</summary>
    internal string Links => $"{MeasureId} {PartnerId} {StaffId} {GoalId}";

    /// <summary>Returns the item without its dates: what else changes goes the whole way.</summary>
    public SupportItem WithoutDates() => this with { From = null, Until = null };

    /// <summary>Returns the item trimmed, without what belongs to another kind.</summary>
    /// <exception cref="RuleException">A text is too long, or the end lies before the beginning; the exception names the field.</exception>
    public SupportItem Checked() => Until < From ? throw new RuleException("「おわり」は「はじまり」より後の日にしてください。", nameof(Until)) : this with
    {
        MeasureId = Kind == SupportItemKind.Measure ? MeasureId : null,
        PartnerId = Kind == SupportItemKind.Partner ? PartnerId : null,
        What = What.Short("支援の内容"),
        Responsible = Responsible.Short("担当"),
        HowOften = HowOften.Short("回数・間隔"),
        ClientDoes = ClientDoes.Long("本人がすること"),
    };
}

/// <summary>The names shown on screen.</summary>
public static class SupportItemKinds
{
    extension(SupportItemKind kind)
    {
        public string InJapanese => kind switch
        {
            SupportItemKind.Measure => "給付金・貸付など",
            SupportItemKind.Partner => "関係機関",
            SupportItemKind.Consultation => "この事業の相談",
            SupportItemKind.JobSearch => "仕事さがし",
            SupportItemKind.Training => "講座・訓練",
            SupportItemKind.Other => "その他",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
