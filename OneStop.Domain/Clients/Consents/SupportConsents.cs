using OneStop.Domain.Approvals;
using OneStop.Domain.Clients.Questionnaires;

namespace OneStop.Domain.Clients.Consents;

/// <summary>
/// The consents to what support consists of beyond talks: taking part in the program (7(2)②(イ)), being introduced to employers (7(2)③), and telling
/// employers what the client thought of them (7(2)⑤(オ)). Of these, a program rests on its consent; each feature that comes says what rests on the others.
/// </summary>
public static class SupportConsents
{
    private const string Edition = "2026-11";

    /// <summary>プログラムへの参加</summary>
    public static ConsentPurpose Program { get; } = Of("program", "自立支援プログラムへの参加",
        "{自立支援|じりつしえん}プログラムに{参加|さんか}します。くらしや{仕事|しごと}のこと、{希望|きぼう}をお{聞|き}きして、{目標|もくひょう}と{支援|しえん}の{内容|ないよう}を{一緒|いっしょ}に{決|き}め、{記録|きろく}します。ときどき{一緒|いっしょ}にふりかえります。ほかの{窓口|まどぐち}にお{伝|つた}えすることがあれば、そのたびにお{聞|き}きします。いつでもやめられます。やめても、{相談|そうだん}は{今|いま}までどおりできます。");

    /// <summary>求人への紹介. It promises what the law asks for: employers learn nothing of household, money, health or origin (職業安定法 5条の5).</summary>
    public static ConsentPurpose Introduction { get; } = Of("introduction", "求人への紹介",
        "{仕事|しごと}をご{紹介|しょうかい}するために、あなたのお{名前|なまえ}、{連絡先|れんらくさき}と、{仕事|しごと}の{経験|けいけん}や{資格|しかく}を、{応募|おうぼ}する{会社|かいしゃ}にお{伝|つた}えします。{会社|かいしゃ}とお{伝|つた}えする{内容|ないよう}は、そのたびに{先|さき}に{一緒|いっしょ}に{確|たし}かめます。{家族|かぞく}、お{金|かね}、{健康|けんこう}のことと、{相談|そうだん}の{内容|ないよう}は、お{伝|つた}えしません。いつでも{取|と}り{消|け}せます。{取|と}り{消|け}しても、{相談|そうだん}は{今|いま}までどおりできます。", mayEnd: true);

    /// <summary>求人先へのフィードバック</summary>
    public static ConsentPurpose Feedback { get; } = Of("feedback", "求人先へのフィードバック",
        "{応募|おうぼ}や{面接|めんせつ}、{働|はたら}いてみて{感|かん}じたことを、{紹介|しょうかい}した{会社|かいしゃ}にお{伝|つた}えします。{会社|かいしゃ}が{働|はたら}きやすくなるように、{役立|やくだ}てるためです。お{伝|つた}えする{内容|ないよう}は、{先|さき}に{一緒|いっしょ}に{確|たし}かめます。{相談|そうだん}の{内容|ないよう}は、お{伝|つた}えしません。いつでも{取|と}り{消|け}せます。{取|と}り{消|け}しても、{紹介|しょうかい}や{相談|そうだん}は{今|いま}までどおりできます。", mayEnd: true);

    /// <summary>All of them, in the order in which they come up.</summary>
    public static IReadOnlyList<ConsentPurpose> All { get; } = [Program, Introduction, Feedback];

    private static ConsentPurpose Of(string code, string name, string marked, bool mayEnd = false)
    {
        var words = new RubyText(marked).Plain;
        return new(code, name, Edition, ContentDigest.Of(words)) { Text = words, Marked = marked, MayEnd = mayEnd };
    }
}
