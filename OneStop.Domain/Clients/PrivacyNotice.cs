using System.Security.Cryptography;
using System.Text;
using OneStop.Domain.Clients.Questionnaires;

namespace OneStop.Domain.Clients;

/// <summary>
/// 個人情報の取り扱い, as the page /privacy shows it. The text is here and not on the page, so that a consent can store its digest. It is written with the
/// reading beside each kanji (<see cref="RubyText"/>), which is no part of the text.
/// </summary>
public static class PrivacyNotice
{
    /// <summary>The edition. It changes with the wording; a client who consented to an earlier one is asked again.</summary>
    public const string Version = "2026-10";

    private const string MarkedTitle = "{個人情報|こじんじょうほう}の{取|と}り{扱|あつか}い";
    private const string MarkedOpening = "{福岡市|ふくおかし}「ひとり{親|おや}{家庭|かてい}ワンストップ{就業|しゅうぎょう}{支援|しえん}」を{安心|あんしん}して{使|つか}っていただくための{約束|やくそく}です。";

    private static readonly PrivacySection[] MarkedSections =
    [
        new("{自動|じどう}で{受|う}け{取|と}るもの",
            ["LINEのID（{友|とも}だちを{見分|みわ}けるための{記号|きごう}）だけです。お{名前|なまえ}やプロフィール{写真|しゃしん}は{受|う}け{取|と}りません。"]),
        new("{送|おく}っていただいたもの",
            ["トークの{内容|ないよう}、{写真|しゃしん}、ファイルは、この{事業|じぎょう}の{中|なか}だけで{使|つか}い、{国内|こくない}のサーバーで{守|まも}ります。{見|み}ることができるのは、{担当|たんとう}する{職員|しょくいん}だけです。"]),
        new("{使|つか}いみち",
            ["{相談|そうだん}にお{答|こた}えすること、{仕事|しごと}の{紹介|しょうかい}、{就職後|しゅうしょくご}のサポートのために{使|つか}います。ほかの{目的|もくてき}には{使|つか}いません。"]),
        new("お{名前|なまえ}や{電話番号|でんわばんごう}", ["{必要|ひつよう}なときに、こちらからお{願|ねが}いします。トークに{書|か}かなくて{大丈夫|だいじょうぶ}です。"]),
        new("やめたいとき",
        [
            "いつでもブロックできます。",
            "{同意|どうい}を{取|と}り{消|け}したいときは、LINEのトークで「{同意|どうい}を{取|と}り{消|け}したい」と{送|おく}ってください。{取|と}り{消|け}すと、いまの{予約|よやく}も{取|と}り{消|け}します。{相談|そうだん}を{断|ことわ}られることはありません。",
            "{記録|きろく}を{消|け}したいときは、LINEのトークで「{記録|きろく}を{消|け}したい」と{送|おく}ってください。{担当者|たんとうしゃ}がお{返事|へんじ}します。{法律|ほうりつ}で{残|のこ}す{必要|ひつよう}がある{記録|きろく}は、その{期間|きかん}のあとで{消|け}します。",
        ]),
    ];

    /// <summary>The heading of the notice.</summary>
    public static string Title { get; } = Plain(MarkedTitle);

    /// <summary>The sentence before the first section.</summary>
    public static string Opening { get; } = Plain(MarkedOpening);

    /// <summary>The sections with their headings.</summary>
    public static IReadOnlyList<PrivacySection> Sections { get; } =
        [.. MarkedSections.Select(s => new PrivacySection(Plain(s.Heading), [.. s.Paragraphs.Select(Plain)]))];

    /// <summary>The whole text with readings, one line for each heading and paragraph.</summary>
    public static string Marked { get; } =
        string.Join('\n', [MarkedTitle, MarkedOpening, .. MarkedSections.SelectMany(s => (IEnumerable<string>)[s.Heading, .. s.Paragraphs])]);

    /// <summary>The whole text, one line for each heading and paragraph.</summary>
    public static string Text { get; } = Plain(Marked);

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, which identifies the exact words that somebody consented to.</summary>
    public static string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    private static string Plain(string marked) => new RubyText(marked).Plain;
}

/// <summary>A part of the notice.</summary>
public sealed record PrivacySection(string Heading, IReadOnlyList<string> Paragraphs);
