using System.Security.Cryptography;
using System.Text;

namespace OneStop.Domain.Clients;

/// <summary>個人情報の取り扱い, as the page /privacy shows it. The text is here and not on the page, so that a consent can store its digest.</summary>
public static class PrivacyNotice
{
    /// <summary>The edition. It changes with the wording; a client who consented to an earlier one is asked again.</summary>
    public const string Version = "2026-10";

    /// <summary>The heading of the notice.</summary>
    public const string Title = "個人情報の取り扱い";

    /// <summary>The sentence before the first section.</summary>
    public const string Opening = "福岡市「ひとり親家庭ワンストップ就業支援」を安心して使っていただくための約束です。";

    /// <summary>The sections with their headings.</summary>
    public static IReadOnlyList<PrivacySection> Sections { get; } =
    [
        new("自動で受け取るもの", ["LINEのID（友だちを見分けるための記号）だけです。お名前やプロフィール写真は受け取りません。"]),
        new("送っていただいたもの", ["トークの内容、写真、ファイルは、この事業の中だけで使い、国内のサーバーで守ります。見ることができるのは、担当する職員だけです。"]),
        new("使いみち", ["相談にお答えすること、仕事の紹介、就職後のサポートのために使います。ほかの目的には使いません。"]),
        new("お名前や電話番号", ["必要なときに、こちらからお願いします。トークに書かなくて大丈夫です。"]),
        new("やめたいとき",
        [
            "いつでもブロックできます。",
            "同意を取り消したいときは、LINEのトークで「同意を取り消したい」と送ってください。取り消すと、いまの予約も取り消します。相談を断られることはありません。",
            "記録を消したいときは、LINEのトークで「記録を消したい」と送ってください。担当者がお返事します。法律で残す必要がある記録は、その期間のあとで消します。",
        ]),
    ];

    /// <summary>The whole text, one line for each heading and paragraph.</summary>
    public static string Text { get; } = string.Join('\n', [Title, Opening, .. Sections.SelectMany(s => (IEnumerable<string>)[s.Heading, .. s.Paragraphs])]);

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, which identifies the exact words that somebody consented to.</summary>
    public static string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}

/// <summary>A part of the notice.</summary>
public sealed record PrivacySection(string Heading, IReadOnlyList<string> Paragraphs);
