using OneStop.Domain;
using OneStop.Domain.Partners;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>The directory of partners. All offices, addresses and numbers are invented: numbers with 000 after the area code reach nobody.</summary>
internal sealed class PartnerChapter : IDemoChapter
{
    private static readonly PartnerWish[] Wishes =
    [
        Of("ハローワークみほん（架空）", "はろーわーくみほん", [PartnerKind.HelloWork, PartnerKind.Work], "仕事をさがしている方", "平日 8:30〜17:15", "092-000-0101",
            Ward.Hakata, "福岡市博多区みほん町1-1", "マザーズコーナーに電話し、来所の日時を決める。求職票は一緒に書いておくと早い。"),
        Of("みほん・ひとり親家庭支援センター（架空）", "みほんひとりおやかていしえんせんたー", [PartnerKind.SingleParentCenter], "ひとり親家庭の親と子", "火〜日 10:00〜18:00", "092-000-0102",
            Ward.Chuo, "福岡市中央区みほん町2-3", "定例会の担当者に、名前を出さずに先に相談できる。"),
        Of("みほん区役所 子育て支援課（架空）", "みほんくやくしょこそだてしえんか", [PartnerKind.WardOffice], "区内にお住まいの方", "平日 8:45〜17:15", "092-000-0103",
            Ward.Minami, "福岡市南区みほん町3-1", "給付金の事前相談は、本人と対面が原則。予約を取る。"),
        Of("みほん社会福祉協議会（架空）", "みほんしゃかいふくしきょうぎかい", [PartnerKind.WelfareCouncil, PartnerKind.Livelihood], "生活のお金に困っている方", "平日 9:00〜17:00",
            "092-000-0104", null, "福岡市中央区みほん町4-2", "貸付は相談から1か月ほどかかる。早めに。"),
        Of("みほん法律相談窓口（架空）", "みほんほうりつそうだんまどぐち", [PartnerKind.LawAndDebts], "借金・養育費・離婚の相談", "平日 10:00〜16:00（予約制）", "092-000-0105",
            Ward.Chuo, "福岡市中央区みほん町5-5", "収入の分かるものを持って行く。無料は3回まで。"),
        Of("みほんこころの相談室（架空）", "みほんこころのそうだんしつ", [PartnerKind.Health], "気持ちがつらい方、眠れない方", "平日 9:00〜16:00", "092-000-0106",
            Ward.Sawara, "", "本人から電話。つらいときは、こちらから一緒にかける。"),
        Of("みほん女性相談窓口（架空）", "みほんじょせいそうだんまどぐち", [PartnerKind.Safety], "家で怖い思いをしている方", "毎日 9:00〜20:00", "092-000-0107",
            null, "", "場所は公開していない。必ず電話から。"),
        Of("みほん保育コンシェルジュ（架空）", "みほんほいくこんしぇるじゅ", [PartnerKind.Childcare], "保育園・一時預かりをさがす方", "平日 9:00〜16:00", "092-000-0108",
            Ward.Higashi, "福岡市東区みほん町8-1", ""),
        Of("みほん高等技術訓練校（架空）", "みほんこうとうぎじゅつくんれんこう", [PartnerKind.Training], "資格や技術を身につけたい方", "平日 9:00〜17:00", "092-000-0109",
            Ward.Nishi, "福岡市西区みほん町9-4", "申込みの締切は開講の1か月前。給付金の事前相談を先に。"),
        Of("みほん子どもの学び教室（架空）", "みほんこどものまなびきょうしつ", [PartnerKind.Children], "小学4年〜中学3年", "土 13:00〜17:00", "092-000-0110", Ward.Jonan, "", ""),
        Of("みほん住まい相談（架空）", "みほんすまいそうだん", [PartnerKind.Housing, PartnerKind.Livelihood], "家賃や引っ越しに困っている方", "平日 10:00〜17:00", "092-000-0111",
            Ward.Hakata, "", "住居確保給付金と、住宅支援資金の貸付は一緒に使えないことがある。先に確かめる。"),
        Of("旧みほん就業センター（架空）", "きゅうみほんしゅうぎょうせんたー", [PartnerKind.Work], "仕事をさがしている方", "", "092-000-0112", Ward.Chuo, "", ""),
    ];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (now, staff) = (book.Now, book.With(Duty.Counselor));
        foreach (var (i, wish) in Wishes.Index())
        {
            var partner = Partner.Of(wish, staff[i % staff.Count], now.AddDays(-58));
            if (i % 5 != 4)
                partner.Confirm(staff[(i + 1) % staff.Count], now.AddDays(i == 2 ? -190 : -50 + i));
            if (i == Wishes.Length - 1)
                partner.Close(staff[0], now.AddDays(-9));
            book.Add(partner);
            if (i == 0)
                book.AddRange(PartnerNote.Of(partner.Id, "マザーズコーナーは、子どもを遊ばせながら相談できます。午前は空いています。", staff[0], now.AddDays(-20)),
                    PartnerNote.Of(partner.Id, "担当の方が10月に替わりました。ひとり親の方だと伝えると話が早いです。", staff[^1], now.AddDays(-6)));
            else if (i == 4)
                book.Add(PartnerNote.Of(partner.Id, "電話がつながりにくい日があります。午後3時ごろがおすすめです。", staff[0], now.AddDays(-12)));
        }
        return Task.CompletedTask;
    }

    private static PartnerWish Of(string name, string kana, ValueList<PartnerKind> kinds, string forWhom, string hours, string phone, Ward? ward,
        string address, string how) => new(name, kana, kinds, forWhom, hours, phone, ward, address, "", "", how);
}
