using System.ComponentModel;

namespace OneStop.Domain.Clients.Facts;

/// <summary>仕事への気持ち: how the client feels about beginning or changing work, as they say it. No answer is better than another.</summary>
public enum Motivation
{
    AtOnce,
    AfterPreparing,
    Undecided,
    NotNow,
}

/// <summary>The names shown on screen.</summary>
public static class Motivations
{
    extension(Motivation motivation)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => motivation switch
        {
            Motivation.AtOnce => "すぐに働きたい・変えたい",
            Motivation.AfterPreparing => "準備してから",
            Motivation.Undecided => "迷っている",
            Motivation.NotNow => "今は考えにくい",
            _ => throw new ArgumentOutOfRangeException(nameof(motivation)),
        };
    }
}

/// <summary>仕事の希望, as told in consultation. What is registered for placement is a thing of its own.</summary>
public sealed record WishFacts : IFacts<WishFacts>
{
    [DisplayName("働き方")] public WorkForm? Form { get; init; }

    [DisplayName("仕事の種類")] public string Kinds { get; init; } = "";

    [DisplayName("曜日と時間")] public string Hours { get; init; } = "";

    /// <summary>The least income in a month that the client wishes for, in yen.</summary>
    [DisplayName("月の収入（これ以上）")] public int? MonthlyIncome { get; init; }

    [DisplayName("場所・通い方")] public string Area { get; init; } = "";

    [DisplayName("いつから")] public string From { get; init; } = "";

    [DisplayName("そのほかの希望")] public string Others { get; init; } = "";

    [DisplayName("仕事への気持ち")] public Motivation? Motivation { get; init; }

    /// <inheritdoc/>
    public WishFacts Checked(DateOnly today) => this with
    {
        Kinds = Kinds.Short("仕事の種類"),
        Hours = Hours.Short("曜日と時間"),
        MonthlyIncome = MonthlyIncome.Within(0, FactTexts.MostYen, "月の収入"),
        Area = Area.Short("場所・通い方"),
        From = From.Short("いつから"),
        Others = Others.Long("そのほかの希望"),
    };
}
