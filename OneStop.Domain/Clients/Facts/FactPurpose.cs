using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Facts;

/// <summary>
/// 聞き取りのまとまり: facts about a client lie in groups by the purpose for which they are asked (別紙 6). Groups that only support may know have
/// tables of their own, whose rows the query filter hides from placement (職業安定法 5条の5, 指針 告示141号).
/// </summary>
public enum FactPurpose
{
    Identity,
    Address,
    Phones,
    Contact,
    Work,
    Skills,
    Wishes,
    Household,
    Money,
    Health,
}

/// <summary>The names and reasons shown on screen.</summary>
public static class FactPurposes
{
    extension(FactPurpose purpose)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => purpose switch
        {
            FactPurpose.Identity => "本人",
            FactPurpose.Address => "住所",
            FactPurpose.Phones => "電話番号",
            FactPurpose.Contact => "連絡のしかた",
            FactPurpose.Work => "今の仕事",
            FactPurpose.Skills => "資格・学歴・パソコン",
            FactPurpose.Wishes => "仕事の希望",
            FactPurpose.Household => "家族",
            FactPurpose.Money => "家計と手当",
            FactPurpose.Health => "健康",
            _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
        };

        /// <summary>For what the facts are asked, in one line that stands at the group.</summary>
        public string AskedFor => purpose switch
        {
            FactPurpose.Identity => "同じ人を二重に登録しないため、申込書などの書類を作るために聞きます。",
            FactPurpose.Address => "対象者の確認と、通える仕事をさがすために聞きます。区ごとの人数の集計にも使います。",
            FactPurpose.Phones => "電話での相談と、急ぎの連絡のために聞きます。",
            FactPurpose.Contact => "本人が困らない方法と時間に連絡するために聞きます。",
            FactPurpose.Work => "働き方の相談と、仕事さがしのために聞きます。",
            FactPurpose.Skills => "合う仕事と、受けられる講座をさがすために聞きます。",
            FactPurpose.Wishes => "希望に合う仕事をさがすために聞きます。",
            FactPurpose.Household => "暮らしと子どものことを考えた働き方の相談と、使える制度をさがすために聞きます。職業紹介には使いません。",
            FactPurpose.Money => "家計の相談と、使える手当や給付金をさがすために聞きます。職業紹介には使いません。",
            FactPurpose.Health => "無理のない進め方を相談するために聞きます。職業紹介には使いません。",
            _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
        };

        /// <summary>
        /// Whether only support asks for it and sees it: family, its income and debts, and health are not for placement. Name, address, birth date, own
        /// work, qualifications, schooling and wishes are.
        /// </summary>
        public bool IsForSupport => purpose is FactPurpose.Household or FactPurpose.Money or FactPurpose.Health;

        /// <summary>Whether the actor sees the facts of this purpose.</summary>
        public bool IsSeenBy(Actor actor) => actor.SeesPeople && (!purpose.IsForSupport || actor.SeesSupport);
    }
}
