using OneStop.Domain.Approvals;
using OneStop.Domain.Clients.Questionnaires;

namespace OneStop.Domain.Clients.Consents;

/// <summary>LINEでのお知らせ: the consent to information that was not asked for, such as openings, courses and seminars.</summary>
public static class InformationConsent
{
    private const string Marked = "{求人|きゅうじん}、{講座|こうざ}、{制度|せいど}、{催|もよお}しなどのお{知|し}らせを、このLINEでお{送|おく}りします。お{送|おく}りする{内容|ないよう}に、ご{相談|そうだん}のことは{書|か}きません。いつでも{取|と}り{消|け}せます。{取|と}り{消|け}しても、{相談|そうだん}は{今|いま}までどおりできます。";

    private static readonly string Words = new RubyText(Marked).Plain;

    /// <summary>The purpose.</summary>
    public static ConsentPurpose To { get; } = new("information", "LINEでのお知らせ", "2026-11", ContentDigest.Of(Words)) { Text = Words, Marked = Marked, MayEnd = true };
}
