using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>Finds names of people whom the service does not know: what stands before a title, and frequent surnames.</summary>
internal static partial class NamePatterns
{
    /// <summary>What stands before a title and is no name.</summary>
    private static readonly FrozenSet<string> NoNames = """
        母 父 お母 お父 兄 姉 お兄 お姉 弟 妹 奥 旦那 娘 息子 お子 子 孫 お孫 祖母 祖父 叔母 伯母 叔父 伯父 おば おじ おばあ おじい ばあ じい 赤 坊 嫁 婿 親 親御 義母 義父 皆 みな みんな
        客 お客 患者 利用者 入居者 相談者 保護者 職員 店員 会社員 業者 大家 医者 お医者 看護師 保育士 介護士 管理人 隣人 近所 友人 知人 同僚 先輩 後輩 上司 部下 主婦 学生 生徒 児童 新人
        運転手 本人 ご本人 当人 相手 相手方 皆様 お互い 担当 担当者 責任者 代表 専務 面接官 人事 総務 事務 施設 学校 学童 保育園 幼稚園 病院 主治 担任の 校 園 塾 英語 音楽 理科 算数 習字 先
        女性 男性 外国人 母親 父親 子ども 子供 お坊 お嬢 仏 神 王 殿 たく ちゃ 新聞屋 花屋 パン屋 魚屋 八百屋 お巡り 警察 役所 弁護士 税理士 社労士 民生委員 児童委員 主任児童委員 ケアマネジャー ママ パパ
        世代 一花 草花 交代 時代 紅花 料理 管理 経理 心理 代理 無理 真実 水平 公平
        コーチ パート バイト アルバイト リーダー マネージャー オーナー スタッフ ヘルパー ドクター チーフ ボス カウンセラー たくさん たく 何 誰 どちら こちら そちら 副 前 元 新 同 各 女 男 産婦人科
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Roles =
    [
        "主任児童委員", "民生委員", "児童委員", "担任", "担当", "店長", "施設長", "支配人", "友人", "同僚", "弁護士", "会長", "社長", "院長", "園長", "課長", "部長", "係長", "主任", "班長", "叔母", "叔父",
        "伯母", "伯父", "元夫", "元妻", "母", "父", "兄", "姉", "弟", "妹", "長女", "長男", "次女", "次男", "三女", "三男", "娘", "息子", "夫", "妻",
    ];

    /// <summary>Finds names.</summary>
    /// <param name="plain">The text in half-width letters and digits.</param>
    public static IEnumerable<FoundIdentifier> Find(string text, string plain) =>
        BeforeTitles(text, plain).Concat(OfRoles(text, plain)).Concat(AfterLabels(text, plain)).Concat(Surnames(text, plain));

    private static IEnumerable<FoundIdentifier> BeforeTitles(string text, string plain)
    {
        foreach (Match found in Titled.Matches(plain))
        {
            var name = found.Groups["name"];
            var (start, word) = (name.Index, name.Value);
            foreach (var role in Roles.Where(r => word.Length > r.Length && word.StartsWith(r, StringComparison.Ordinal)))
            {
                (start, word) = (start + role.Length, word[role.Length..]);
                break;
            }
            if (word is ['の' or 'は' or 'が' or 'を' or 'に' or 'で' or 'と' or 'も' or 'へ', _, _, ..] && word.All(KnownWords.IsKana))
                (start, word) = (start + 1, word[1..]); // the particle before it
            if (word.Length > 0 && !NoNames.Contains(word) && !word.EndsWith('お'))
                yield return Of(text, start, word.Length);
        }
    }

    /// <summary>A name after a role and の: 妹の香織. Of kanji only with an ending of given names, because 母の介護 has the same form.</summary>
    private static IEnumerable<FoundIdentifier> OfRoles(string text, string plain) =>
        from Match found in RoleAndName.Matches(plain)
        let name = found.Groups["name"]
        where !NoNames.Contains(name.Value) && !Roles.Contains(name.Value)
        select Of(text, name.Index, name.Length);

    /// <summary>旧姓 堺, 弁護士 志水, サントス名義</summary>
    private static IEnumerable<FoundIdentifier> AfterLabels(string text, string plain) =>
        from Match found in Labelled.Matches(plain)
        let name = found.Groups["name"]
        select Of(text, name.Index, name.Length);

    /// <summary>A frequent surname of two characters or more that is no part of a longer word; with the given name that follows it.</summary>
    private static IEnumerable<FoundIdentifier> Surnames(string text, string plain)
    {
        for (var at = 0; at < plain.Length; at++)
        {
            if (at > 0 && KnownWords.IsKanji(plain[at - 1]) && !Roles.Any(r => plain[..at].EndsWith(r, StringComparison.Ordinal)))
                continue;
            for (var length = 3; length >= 2; length--)
            {
                if (at + length > plain.Length || !WordList.Surnames.Contains(plain[at..(at + length)]))
                    continue;
                var rest = GivenName.Match(plain, at + length);
                if (IsNoPerson(plain, at, length))
                    break;
                yield return Of(text, at, length + (rest.Success ? rest.Length : 0));
                break;
            }
        }
    }

    /// <summary>Many surnames are places too, and beginnings of organisations.</summary>
    private static bool IsNoPerson(string plain, int at, int length) =>
        WordList.Places.Contains(plain.Substring(at, length)) || NotAfterNames.IsMatch(plain.AsSpan(at + length));

    private static FoundIdentifier Of(string text, int start, int length) =>
        new(IdentifierKind.Name, start, text.Substring(start, length), IdentifierKind.Name.Anonymous);

    [GeneratedRegex($@"(?<name>[一-鿿々]{{1,5}}[ ]?(?![のはがをにとでもへや])[ぁ-ゖ]{{1,4}}子?|[一-鿿々]{{1,6}}|[ァ-ヺー・]{{2,12}}|(?<![ぁ-ゖ])[ぁ-ゖ]{{2,5}}|(?<=[の、])[ぁ-ゖ]{{2,4}})[ ]?(?={Titles.Pattern})")]
    private static partial Regex Titled { get; }

    [GeneratedRegex(@"(?:担任|担当|店長|施設長|支配人|叔母|叔父|伯母|伯父|義母|義父|元夫|元妻|兄|姉|弟|妹|長女|長男|次女|次男|三女|三男|娘|息子|友人|同僚)の(?<name>[一-鿿々]{1,2}[子美香織恵奈菜穂代江里紀希花華愛衣音乃莉梨沙咲樹太郎介斗翔也平助之輝真雄彦]|[ァ-ヺー]{2,8})(?=[はがをにともへ、。」』）)さ]|$)")]
    private static partial Regex RoleAndName { get; }

    [GeneratedRegex(@"旧姓(?:の|は|:|[ ])?(?<name>[一-鿿々]{1,3})(?![一-鿿々])|(?:弁護士|医師|司法書士|社労士|税理士)[ ](?<name>[一-鿿々]{1,4})|(?<name>[ァ-ヺー・]{2,12}|[一-鿿々]{2,5})(?=名義)")]
    private static partial Regex Labelled { get; }

    /// <summary>A given name directly after a surname.</summary>
    [GeneratedRegex(@"\G[ ]?(?:[一-鿿々]{1,3}(?=[はがをにとのもへ、。，）」』)さ様氏\s]|$)|[ァ-ヺー]{2,5}(?:子)?(?=[はがをにとのもへ、。）」』)さ様氏\s]|$))")]
    private static partial Regex GivenName { get; }

    /// <summary>What makes of a surname a place, an organisation or another word.</summary>
    [GeneratedRegex(@"^(?:駅|区|市|町|村|県|丁目|小学|中学|小(?![一-鿿])|中(?![一-鿿])|高校|高等|大学|保育|幼稚|病院|医院|内科|歯科|クリニック|公園|通り|橋|川|線|神社|店|支店|工場|営業所|城市|寺)")]
    private static partial Regex NotAfterNames { get; }
}
