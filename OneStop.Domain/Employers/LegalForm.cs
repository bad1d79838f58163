using OneStop.Domain.Search;

namespace OneStop.Domain.Employers;

/// <summary>法人格: the part of a name that people leave out or abbreviate, 株式会社 as (株).</summary>
internal static class LegalForm
{
    /// <summary>Folded. The whole words come first, so that of 一般社団法人 nothing stays.</summary>
    private static readonly string[] Forms =
    [
        "特定非営利活動法人", "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人", "社会福祉法人", "社会医療法人", "医療法人社団", "医療法人財団",
        "医療法人", "学校法人", "宗教法人", "株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "npo法人", "(株)", "(有)", "(合)", "(同)",
        "(福)", "(医)", "(社)", "(学)", "(特非)", "(一社)", "(公財)",
    ];

    /// <summary>Returns a name folded, without its legal form, spaces and dots; the whole folded name if nothing else is left.</summary>
    public static string Without(string name)
    {
        var folded = new FoldedText(name).Text;
        var core = Forms.Aggregate(folded, (rest, form) => rest.Replace(form, "", StringComparison.Ordinal));
        core = string.Concat(core.Where(c => !char.IsWhiteSpace(c) && c is not ('・' or '.' or ',' or '-')));
        return core.Length > 0 ? core : folded;
    }
}
