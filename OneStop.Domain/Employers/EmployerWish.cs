using OneStop.Domain.Employers.Merging;
using OneStop.Domain.Places;
using OneStop.Domain.Search;

namespace OneStop.Domain.Employers;

/// <summary>The form of an employer.</summary>
public sealed record EmployerWish
{
    /// <summary>The most characters of the fields.</summary>
    public const int LongestName = 100, LongestAddress = 200, LongestLink = 400, LongestNotes = 1000, LongestSource = 100;

    /// <summary>The most employees that can be entered.</summary>
    public const int MostEmployees = 1_000_000;

    public string Name { get; init; } = "";
    public string Kana { get; init; } = "";
    public string CorporateNumber { get; init; } = "";
    public string Address { get; init; } = "";

    /// <summary>Null to take it from the address.</summary>
    public string? MunicipalityCode { get; init; }

    public string? IndustryCode { get; init; }
    public int? Employees { get; init; }
    public int? Women { get; init; }
    public int? PartTimers { get; init; }
    public string Phone { get; init; } = "";
    public string WebAddress { get; init; } = "";
    public string Notes { get; init; } = "";

    /// <summary>Null only in an empty form.</summary>
    public EmployerSource? Source { get; init; }

    public string SourceName { get; init; } = "";

    /// <summary>Returns the form with everything as it is stored.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    internal EmployerWish Checked()
    {
        var address = FormText.Of(Address, "住所", LongestAddress, nameof(Address));
        return this with
        {
            Name = FormText.Required(Name, "名前", LongestName, nameof(Name)),
            Kana = FormText.Of(Kana, "ふりがな", LongestName, nameof(Kana)),
            CorporateNumber = Number(),
            Address = address,
            MunicipalityCode = Known(MunicipalityCode) ?? Municipalities.In(address)?.Code,
            IndustryCode = IndustryCode is null || Industries.Find(IndustryCode) is not null ? IndustryCode
                : throw new RuleException("業種を一覧から選んでください。", nameof(IndustryCode)),
            Employees = Count(Employees, "従業員", nameof(Employees)),
            Women = Part(Women, "女性", nameof(Women)),
            PartTimers = Part(PartTimers, "パート", nameof(PartTimers)),
            Phone = FormText.Phone(Phone, nameof(Phone)),
            WebAddress = FormText.Link(WebAddress, "ホームページ", LongestLink, nameof(WebAddress)),
            Notes = FormText.Of(Notes, "メモ", LongestNotes, nameof(Notes)),
            Source = Source ?? throw new RuleException("どこから知ったかを選んでください。", nameof(Source)),
            SourceName = NamedSource(),
        };
    }

    /// <summary>Returns the form with what it leaves out taken from another entry of the same employer.</summary>
    internal EmployerWish FilledFrom(EmployerWish other) => this with
    {
        Kana = Or(Kana, other.Kana),
        CorporateNumber = Or(CorporateNumber, other.CorporateNumber),
        Address = Or(Address, other.Address),
        MunicipalityCode = MunicipalityCode ?? (Address.Length == 0 ? other.MunicipalityCode : null),
        IndustryCode = IndustryCode ?? other.IndustryCode,
        Employees = Employees ?? other.Employees,
        Women = Women ?? (Employees is null ? other.Women : null),
        PartTimers = PartTimers ?? (Employees is null ? other.PartTimers : null),
        Phone = Or(Phone, other.Phone),
        WebAddress = Or(WebAddress, other.WebAddress),
        Notes = Or(Notes, other.Notes),
        SourceName = Source == other.Source ? Or(SourceName, other.SourceName) : SourceName,
    };

    /// <summary>Returns what the form says as it is compared with other entries; what is not valid yet is left out.</summary>
    internal EmployerTraits Traits(Guid id) => new(id, Employers.CorporateNumber.TryRead(CorporateNumber, out var number) ? number.Value : null,
        LegalForm.Without(Name), new FoldedText(Kana.Trim() is { Length: > 0 } kana ? kana : Name.Trim()).Text,
        MunicipalityCode ?? Municipalities.In(Address)?.Code, PhoneNumber.TryRead(Phone, out var phone) ? phone.Value : "",
        new FoldedText(Prefectures.LocalOf(Address)).Text);

    private static string Or(string mine, string theirs) => mine.Length > 0 ? mine : theirs;

    private string Number() => string.IsNullOrWhiteSpace(CorporateNumber) ? ""
        : Employers.CorporateNumber.TryRead(CorporateNumber, out var number) ? number.Value
        : throw new RuleException("法人番号は13けたの数字です。1けたでも違うと検査数字が合いません。もう一度確かめてください。", nameof(CorporateNumber));

    private string NamedSource() => Source!.Value.IsCooperation
        ? FormText.Required(SourceName, "団体や事業の名前", LongestSource, nameof(SourceName)) // cooperation is shown to the City by name
        : FormText.Of(SourceName, "団体や事業の名前", LongestSource, nameof(SourceName));

    private static string? Known(string? code) => code is null || Municipalities.Find(code) is not null ? code
        : throw new RuleException("市区町村を一覧から選んでください。", nameof(MunicipalityCode));

    private int? Part(int? part, string what, string field) => Count(part, what, field) is { } number && number > (Employees ?? int.MaxValue)
        ? throw new RuleException($"{what}の人数が、従業員の人数より多くなっています。", field)
        : part;

    private static int? Count(int? number, string what, string field) => number is null or (>= 0 and <= MostEmployees) ? number
        : throw new RuleException($"{what}の人数を、0から{MostEmployees:N0}までの数で入力してください。", field);
}
