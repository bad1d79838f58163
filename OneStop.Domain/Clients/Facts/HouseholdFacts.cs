using System.ComponentModel;

namespace OneStop.Domain.Clients.Facts;

/// <summary>住まい</summary>
public enum Housing
{
    Rented,
    Public,
    Owned,
    Family,
    Company,
    SupportFacility,
    Other,
}

/// <summary>The names shown on screen.</summary>
public static class HousingNames
{
    extension(Housing housing)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => housing switch
        {
            Housing.Rented => "賃貸",
            Housing.Public => "公営住宅",
            Housing.Owned => "持ち家",
            Housing.Family => "実家・親族の家",
            Housing.Company => "社宅・寮",
            Housing.SupportFacility => "母子生活支援施設など",
            Housing.Other => "そのほか",
            _ => throw new ArgumentOutOfRangeException(nameof(housing)),
        };
    }
}

/// <summary>A child of a client.</summary>
/// <param name="BirthYear">The year of birth; null if not known.</param>
/// <param name="Minder">Who minds the child while the client works: 保育園, 学童, 祖母.</param>
public sealed record Child(int? BirthYear, string Minder);

/// <summary>家族: the children and who minds them, who helps, and where they live (support only: the family is not for placement, 指針 告示141号).</summary>
public sealed record HouseholdFacts : IFacts<HouseholdFacts>
{
    /// <summary>The most children.</summary>
    public const int MostChildren = 12;

    private const int OldestChild = 70;

    [DisplayName("子ども")] public ValueList<Child> Children { get; init; } = [];

    [DisplayName("いっしょに住む人")] public string LivesWith { get; init; } = "";

    /// <summary>Who helps in daily life, in words; that there is nobody is known too.</summary>
    [DisplayName("手伝ってくれる人")] public string Helpers { get; init; } = "";

    [DisplayName("住まい")] public Housing? Housing { get; init; }

    /// <summary>The contract, the wish to move and the like in the client's own words.</summary>
    [DisplayName("住まいのこと（本人の言葉）")] public string HousingWords { get; init; } = "";

    [DisplayName("家族のこと（本人の言葉）")] public string OwnWords { get; init; } = "";

    /// <inheritdoc/>
    public HouseholdFacts Checked(DateOnly today)
    {
        var children = Children.Where(c => c.BirthYear is not null || !string.IsNullOrWhiteSpace(c.Minder)).ToList();
        if (children.Count > MostChildren)
            throw new RuleException($"子どもは{MostChildren}人まで入力できます。", nameof(Children));
        return this with
        {
            Children = [.. children.Select(c => new Child(c.BirthYear.Within(today.Year - OldestChild, today.Year + 1, "生まれた年", nameof(Children)),
                c.Minder.Short("みる人", nameof(Children))))],
            LivesWith = LivesWith.Short("いっしょに住む人"),
            Helpers = Helpers.Long("手伝ってくれる人"),
            HousingWords = HousingWords.Long("住まいのこと"),
            OwnWords = OwnWords.Long("家族のこと"),
        };
    }
}
