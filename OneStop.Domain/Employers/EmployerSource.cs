namespace OneStop.Domain.Employers;

/// <summary>発掘元: through whom an employer came to us (仕様書 7(2)④(ア)(ウ)).</summary>
public enum EmployerSource
{
    /// <summary>市の他局事業</summary>
    CityBureau,

    /// <summary>経済団体</summary>
    BusinessAssociation,

    /// <summary>金融機関</summary>
    Bank,

    /// <summary>企業向けセミナー</summary>
    Seminar,

    /// <summary>紹介 by another employer or a person</summary>
    Introduced,

    /// <summary>自社リスト: the contractor's own.</summary>
    OwnList,

    /// <summary>本人から: a client named it. Who it was is not written down.</summary>
    FromClient,

    /// <summary>公開求人: it was seen in a public opening.</summary>
    PublicOpening,
}

/// <summary>The names shown on screen.</summary>
public static class EmployerSources
{
    extension(EmployerSource source)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => source switch
        {
            EmployerSource.CityBureau => "市の他局事業",
            EmployerSource.BusinessAssociation => "経済団体",
            EmployerSource.Bank => "金融機関",
            EmployerSource.Seminar => "企業向けセミナー",
            EmployerSource.Introduced => "紹介",
            EmployerSource.OwnList => "自社リスト",
            EmployerSource.FromClient => "本人から",
            EmployerSource.PublicOpening => "公開求人",
            _ => throw new ArgumentOutOfRangeException(nameof(source)),
        };

        /// <summary>Whether the specification asks for cooperation with it (7(2)④(ウ)), so that it is named.</summary>
        public bool IsCooperation => source is EmployerSource.CityBureau or EmployerSource.BusinessAssociation or EmployerSource.Bank;
    }
}
