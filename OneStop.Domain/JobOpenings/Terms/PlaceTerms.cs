using System.ComponentModel;
using OneStop.Domain.Places;

namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>受動喫煙防止措置 at the place of work.</summary>
public enum SmokingMeasure
{
    /// <summary>敷地内禁煙</summary>
    PremisesForbidden,

    /// <summary>屋内禁煙</summary>
    IndoorsForbidden,

    /// <summary>喫煙室あり</summary>
    SmokingRoom,

    /// <summary>屋内で喫煙できる</summary>
    Permitted,

    /// <summary>その他, in words.</summary>
    Other,
}

/// <summary>The names shown on screen.</summary>
public static class SmokingMeasures
{
    extension(SmokingMeasure measure)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => measure switch
        {
            SmokingMeasure.PremisesForbidden => "敷地内禁煙",
            SmokingMeasure.IndoorsForbidden => "屋内禁煙",
            SmokingMeasure.SmokingRoom => "喫煙室あり",
            SmokingMeasure.Permitted => "屋内で喫煙できる",
            SmokingMeasure.Other => "その他",
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };
    }
}

/// <summary>働く場所 and for whom (職業安定法施行規則 4条の2第3項3号・7号・9号).</summary>
public sealed record PlaceTerms
{
    /// <summary>求人者の氏名・名称 as it is told; it may differ from the name in our list (a branch, a trade name).</summary>
    [DisplayName("事業者の名前")] public string EmployerName { get; init; } = "";

    /// <summary>雇入れ直後</summary>
    [DisplayName("働く場所（雇入れ直後）")] public string Address { get; init; } = "";

    /// <summary>The code of its municipality or ward: 40133. Empty if it is not known or further away; the form takes it from the address.</summary>
    [DisplayName("市区町村の番号")] public string MunicipalityCode { get; init; } = "";

    [DisplayName("場所の変更の範囲")] public ChangeScope? PlaceChange { get; init; }

    /// <summary>To where it may change.</summary>
    [DisplayName("変わったときの場所")] public string PlaceChangeWords { get; init; } = "";

    /// <summary>The nearest station or stop.</summary>
    [DisplayName("最寄りの駅・バス停")] public string Station { get; init; } = "";

    /// <summary>From there to the place.</summary>
    [DisplayName("駅・バス停からの時間"), Unit("分")] public int? MinutesFromStation { get; init; }

    /// <summary>From where the time by train and bus is counted: 博多駅, 天神.</summary>
    [DisplayName("電車・バスの出発地")] public string TransitFrom { get; init; } = "";

    /// <summary>By train and bus from there, the walk included.</summary>
    [DisplayName("電車・バスでの時間"), Unit("分")] public int? TransitMinutes { get; init; }

    [DisplayName("車での通勤")] public bool? ByCar { get; init; }

    [DisplayName("受動喫煙防止措置")] public SmokingMeasure? Smoking { get; init; }

    [DisplayName("受動喫煙防止措置の説明")] public string SmokingWords { get; init; } = "";

    /// <summary>The code of the prefecture, by which the minimum wage goes: 40. Null if neither the municipality nor the address tells it.</summary>
    public string? PrefectureCode => (Prefectures.Find(MunicipalityCode) ?? Prefectures.In(Address))?.Code;

    /// <inheritdoc cref="OpeningTerms.Checked"/>
    internal PlaceTerms Checked() => this with
    {
        EmployerName = EmployerName.Line("事業者の名前"),
        Address = Address.Line("働く場所"),
        MunicipalityCode = MunicipalityCode switch
        {
            "" => Municipalities.In(Address)?.Code ?? "",
            var code => Municipalities.Find(code)?.Code ?? throw new RuleException("市区町村を一覧から選んでください。", nameof(MunicipalityCode)),
        },
        PlaceChangeWords = PlaceChangeWords.Passage("変わったときの場所"),
        Station = Station.Line("最寄りの駅・バス停"),
        MinutesFromStation = MinutesFromStation.Within(0, 180, "駅・バス停からの時間"),
        TransitFrom = TransitFrom.Line("電車・バスの出発地"),
        TransitMinutes = TransitMinutes.Within(0, 300, "電車・バスでの時間"),
        SmokingWords = SmokingWords.Line("受動喫煙防止措置の説明"),
    };
}
