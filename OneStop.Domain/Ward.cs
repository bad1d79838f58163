namespace OneStop.Domain;

/// <summary>区: a ward of Fukuoka. Figures group by it.</summary>
public enum Ward
{
    /// <summary>東区</summary>
    Higashi,

    /// <summary>博多区</summary>
    Hakata,

    /// <summary>中央区</summary>
    Chuo,

    /// <summary>南区</summary>
    Minami,

    /// <summary>城南区</summary>
    Jonan,

    /// <summary>早良区</summary>
    Sawara,

    /// <summary>西区</summary>
    Nishi,
}

/// <summary>The names shown on screen.</summary>
public static class Wards
{
    extension(Ward ward)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => ward switch
        {
            Ward.Higashi => "東区",
            Ward.Hakata => "博多区",
            Ward.Chuo => "中央区",
            Ward.Minami => "南区",
            Ward.Jonan => "城南区",
            Ward.Sawara => "早良区",
            Ward.Nishi => "西区",
            _ => throw new ArgumentOutOfRangeException(nameof(ward)),
        };
    }
}
